"""The way back: a fair as lists, plans or one file, for other programs and for hallgen itself."""

from hallgen.exports.export import Exported, ExportFormat, exported, open_fair, write_export

__all__ = ["ExportFormat", "Exported", "exported", "open_fair", "write_export"]
