"""English: the words of headings and of what they number."""

from typing import Final

from repdiff.languages.record import HeadingWords

HEADINGS: Final = HeadingWords(
    steps="step|stage|phase|priority|objective|action|measure|recommendation|task|point|aim|goal",
    numbered=(
        "part|chapter|section|article|item|annex|appendix|schedule|title|clause|book|volume|division"
        r"|subpart|subdivision|subtitle|annexure|exhibit|paragraph|sec\.|art\.|ch\."
    ),
    numbered_short="art|sec|ch|cl",
    goes_on="of|and|or|to",
    back=(
        r"review of|(?:in|annual|mid-term|20\d\d) review|review (?=\d)|looking back|look back|achievements?|accomplishments?|results"
        r"|(?<!making )(?<!make )(?<!solid )(?<!steady )(?<!further )progress|performance (?:report|review|in|against)"
        r"|(?:last|past|previous) (?:\w+ )?years?|what we (?:did|have done|delivered|achieved)|retrospect(?:ive)?"
    ),
    back_alone="review",
    explains="glossary|explanatory notes|explanation of terms|list of abbreviations",
    ahead=(
        r"plans?|priorities|goals|targets?|objectives|outlook|commitments?|next steps"
        r"|(?:coming|next) (?:\w+ )?years?|years? ahead|what we will|pledges?"
        "|agenda|roadmap|look(?:ing)? ahead|looking forward|tasks for|ambitions|work program(?:me)?"
    ),
    leads_over=r"\b(?:is|are|was|were|includes?|follows)",
    styles="heading|head",
    columns="text|full ?text|content|contents|body|paragraph|passage|sentence|article ?text",
    behind="part|chapter|section|book|volume|division|title|schedule",
    counts=(
        "one|(?:the )?first",
        "two|(?:the )?second",
        "three|(?:the )?third",
        "four|(?:the )?fourth",
        "five|(?:the )?fifth",
        "six|(?:the )?sixth",
        "seven|(?:the )?seventh",
        "eight|(?:the )?eighth",
        "nine|(?:the )?ninth",
        "ten|(?:the )?tenth",
        "eleven|(?:the )?eleventh",
        "twelve|(?:the )?twelfth",
    ),
    asks="what|how|why|when|where|who|whom|which|whose|do|does|can|is|are|should",
    questions="q|question",
    remarks="note|important|warning|caution|tip|example|attention|reminder|summary|nb|please note",
    annexed="annex|appendix|annexure|exhibit|schedule",
    count_endings="st|nd|rd|th",
    articles=r"article|art\.|clause|paragraph|§",
)
