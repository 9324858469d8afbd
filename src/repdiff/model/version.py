"""The version, from the installed package's own record."""


def version() -> str:
    """The version of the installed package; `0+unknown` when run from a bare checkout."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("repdiff")
    except PackageNotFoundError:
        return "0+unknown"
