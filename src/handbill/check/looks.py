"""Palettes: what is read on them stands out, and paper can take their ink."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.walk import values
from handbill.model.look import CONTRAST, MOST_INK, TONES, contrast
from handbill.problems import Both, Problem

TONE_NAMES = {
    "field": Both("底色", "field"),
    "dark": Both("深色", "dark"),
    "light": Both("浅色", "light"),
    "second": Both("第二色", "second"),
    "ink": Both("墨色", "ink"),
    "paper": Both("纸色", "paper"),
    "red": Both("红色", "red"),
}


@rule
def contrasts(context: Context) -> Iterator[Problem]:
    """E660: two tones of a palette that copy needs to be told apart by."""
    for file in context.looks.files if context.looks else ():
        for name, look in file.value.items():
            tones = look.rgb()
            for one, other, wanted in CONTRAST[look.suits]:
                found = contrast(tones[one], tones[other])
                if found < wanted:
                    yield Problem(
                        "E660",
                        file.span(name, one, "rgb"),
                        look=name,
                        one=TONE_NAMES[one],
                        other=TONE_NAMES[other],
                        found=f"{found:.1f}",
                        wanted=f"{wanted:g}",
                    )


@rule
def total_ink(context: Context) -> Iterator[Problem]:
    """E661: a tone with more ink than paper takes."""
    for file in context.looks.files if context.looks else ():
        for name, look in file.value.items():
            for tone in TONES:
                total = sum(getattr(look, tone).cmyk)
                if total > MOST_INK:
                    yield Problem(
                        "E661",
                        file.span(name, tone, "cmyk"),
                        tone=TONE_NAMES[tone],
                        total=f"{total:g}",
                        most=MOST_INK,
                    )


@rule
def palettes_for_copy(context: Context) -> Iterator[Problem]:
    """E662: an audience, or the site, whose palette is made for banners or warning signs."""
    looks = context.looks.by_name if context.looks else {}
    for campaign in context.campaigns:
        chosen = [one for file in campaign.audiences for one in values(file, "look")]
        for name, span in (*values(campaign.campaign, "site_look"), *chosen):
            if name in looks and looks[name].suits != "text":
                fit = [one for one, look in looks.items() if look.suits == "text"]
                yield Problem("E662", span, look=name, known=fit)
