"""English: what stands around a text on a page and is no part of it."""

from typing import Final

from repdiff.languages.record import PageWords

PAGES: Final = PageWords(
    contents="contents|table of contents|contents page|list of contents",
    before=r"page|pg\.|p\.",
    total="of|out of",
    buttons=(
        "print(?: this)?(?: page| article| version)?|save(?: as)? pdf|download(?: as)?(?: the)?(?: pdf| page"
        r"| document| report| file)?|share on \w+|share(?: this)?(?: page| article)?(?: on)?|tweet(?: this)?"
        "|facebook|twitter|linkedin|whatsapp|email(?: this)?(?: page)?|copy link|skip to (?:main )?content"
        "|skip to (?:main )?navigation|skip to footer|back to top|return to top|top of page|scroll to top"
        "|search|menu|close(?: menu)?|toggle navigation|open menu|sign in|log ?in|log ?out|sign up|subscribe"
        "|register|read more|show more|show less|view more|next(?: page)?|previous(?: page)?|home|contact us"
        "|site ?map|accessibility|feedback|cookie (?:settings|preferences)|manage cookies|help|about us"
        "|font size|text size|larger|smaller|listen|bookmark"
    ),
    labels=(
        "source|posted by|posted on|posted|published by|views|page views|tags|filed under"
        "|previous(?: article| page| post)?|next(?: article| page| post)?|related(?: links| articles"
        "| content)?|page last updated|page last reviewed|site last updated"
    ),
    trail="home|you are here:?|home page",
    imprint="all rights reserved|copyright|©|page last (?:updated|reviewed|modified)|powered by",
    accepts=(
        "accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|decline|got it|i agree|agree|ok(?:ay)?"
        "|allow all(?: cookies)?|dismiss|necessary cookies only|only necessary(?: cookies)?"
        "|manage (?:preferences|settings)"
    ),
    notices="cookies?",
    title="title|headline",
)
