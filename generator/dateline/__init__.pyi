from dateline.site.checking import check as check
from dateline.site.compiling import compile_site as compile_site
from dateline.site.plugin import DatelinePlugin as DatelinePlugin
from dateline.site.settings import Settings as Settings

__all__ = ["DatelinePlugin", "Settings", "__version__", "check", "compile_site"]
__version__: str
