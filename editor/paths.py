"""Where the program's own data lies, and where the user's."""

from pathlib import Path

APPLICATION = "resolution-editor"
"""The name of the folder that holds the user's own data."""

_PACKAGE = Path(__file__).resolve().parent


def _data_folder() -> Path:
    """Return the folder of resources/ and templates/: inside an installed package, else the repository's root."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def resources_folder() -> Path:
    """Return the folder of fonts, icons, themes, translations and schemas."""
    return _data_folder() / "resources"


def fonts_folder() -> Path:
    """Return the folder of the fonts that come with the program."""
    return resources_folder() / "fonts"


def templates_folder() -> Path:
    """Return the folder of the templates that come with the program, one folder each."""
    return _data_folder() / "templates"


def user_data_folder() -> Path:
    """Return the folder of the user's own data, which need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def user_settings_folder() -> Path:
    """Return the folder of what the program remembers between two starts, which need not exist yet."""
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False)


def user_cache_folder() -> Path:
    """Return the folder of what can be made again at any time, which need not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def user_state_folder() -> Path:
    """Return the folder of texts kept against mishaps, which need not exist yet."""
    from platformdirs import user_state_path

    return user_state_path(APPLICATION, appauthor=False)


def user_templates_folder() -> Path:
    """Return the folder into which users drop templates of their own; it need not exist."""
    return user_data_folder() / "templates"
