"""Settles an Office file: nobody's name in its properties, no clock in its package."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)

_APP = "docProps/app.xml"
_APP_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b"<Properties"
    b' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>CaseView</Application></Properties>"
)


def settled(data: bytes, title: str) -> bytes:
    """Return the same package with only a title and a language in its document properties.

    Author, dates and revision are gone, and the times inside the package are fixed, so that the
    same content gives the same bytes.
    """
    parts = {_CORE: _CORE_XML.format(title=escape(title)).encode(), _APP: _APP_XML}
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, parts.get(name) or source.read(name))
    return out.getvalue()
