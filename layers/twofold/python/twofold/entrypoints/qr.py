"""QR codes as SVG, without an image library."""

import io

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage


def draw_qr(text: str) -> str:
    """An SVG document: error level M and a quiet zone of four modules, as print and till scanners need."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4, image_factory=SvgPathImage)
    code.add_data(text)
    drawn = io.BytesIO()
    code.make_image().save(drawn)
    return drawn.getvalue().decode()
