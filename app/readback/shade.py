"""How dark something is against the paper about it: shade over a photo and dim light are no ink."""

from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageMath

BLACK = 200
"""What is black on white paper comes out so dark."""
_COARSE = 8
_AROUND = 7
"""So many coarse dots together hold some paper: what is wider than they are is taken for shade."""
_DIMMEST = 24
"""Of 255: paper that is darker than this shows nothing that can be trusted."""


def darkness(part: Image.Image) -> Image.Image:
    """The same part: paper is 0, and black ink about 200, however much light there is.

    At the edge of a shade the paper is as bright as the shade leaves it, and not as it is beside.
    """
    small = part.resize((max(1, part.width // _COARSE), max(1, part.height // _COARSE)))
    bare = small.filter(ImageFilter.MaxFilter(_AROUND)).filter(ImageFilter.MinFilter(_AROUND))
    paper = bare.resize(part.size, Image.Resampling.BILINEAR)
    lit = paper.point([max(_DIMMEST, each) for each in range(256)])
    share: Image.Image = ImageMath.lambda_eval(
        _share, darker=ImageChops.subtract(paper, part), paper=lit
    )
    return share


def _share(of: dict[str, Any]) -> Any:
    return of["convert"](of["darker"] * BLACK / of["paper"], "L")
