from dateline.site.compiling import Settings as Settings
from dateline.site.compiling import check as check
from dateline.site.compiling import compile_site as compile_site
from dateline.site.plugin import DatelinePlugin as DatelinePlugin

__all__ = ["DatelinePlugin", "Settings", "__version__", "check", "compile_site"]
__version__: str
