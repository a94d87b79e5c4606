"""Which language a text is in, told from its script and its commonest words.

py3langid and lingua were measured and left aside: 0.5 s and 100 MB to load for the one, 240 MB for the other, and the
first takes short Kazakh texts for Russian. The papers we read are whole pages in one of few languages; there the
share of little words decides, at no cost.
"""

import re

_SAMPLE = 4_000  # characters looked at, in pieces spread over the text: front pages often stand in another language
_PIECES = 8
_SHORTEST = 20  # letters
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_PERSIAN_URDU = re.compile(r"[پچژگکیےہٹڈڑں]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# Of the nine letters that Kazakh adds to the Russian alphabet і stands in Ukrainian too, ө and ү in Kyrgyz and
# Mongolian, қ and ғ in Tajik and Uzbek; ұ and ә with қ or ғ only in Kazakh.
_KAZAKH = re.compile("[әғқңөұүһі]")
_KAZAKH_ONLY = re.compile("[ұә]")
# Portuguese, Italian, German and Dutch stand here so that they are not taken for a neighbour.
_LITTLE_WORDS = {
    "en": "the of and to in that for is on with by as was be are its not which from had have has this it at or an",
    "fr": "le la les de des du et à en dans que qui pour par sur au aux une un est son sa ses ce cette il elle ne pas",
    "es": "el la los las de del y en que por para con una un su sus se al es como lo no ha más o sobre entre este esta",
    "pt": "o a os as de do da dos das e em que para com uma um por no na não se ao à seu sua mais como foi são pelo",
    "it": "il la le gli di del della dei delle e che in per con una un è si al alla non sono da nel nella come più i",
    "de": "der die das und in den von zu mit dem des ist nicht für auf im ein eine sich auch als an wird werden hat",
    "nl": "de het een en van in te dat op voor met zijn is niet aan ook door bij als er worden naar om die deze",
    "ru": "и в не на что с по к о из за от для у его как это а их она он был были во со до при также ее или об",
    "uk": "і в у не на що з до та про за від для його як це а їх вона він був були при також її або є щодо й",
    "bg": "и в на не че с по за от до се са е да като му ще тя той или при също това които което бе",
    "sr": "и у на не да се је су за од до са као што који која које или при такође то би није",
}
_BY_SCRIPT = {"cyrillic": ("ru", "uk", "bg", "sr"), "latin": ("en", "fr", "es", "pt", "it", "de", "nl")}
_WORDS = {language: frozenset(words.split()) for language, words in _LITTLE_WORDS.items()}


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``""`` when it is too short or none of those we can tell.

    Told apart: the six languages of the United Nations, Kazakh, and a few neighbours.
    """
    sample = _sample(text).lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < _SHORTEST:
        return ""
    if len(_HAN.findall(sample)) > letters / 3:
        return "" if _KANA.search(sample) else "zh"
    if len(_ARABIC.findall(sample)) > letters / 2:
        return "" if len(_PERSIAN_URDU.findall(sample)) > letters / 50 else "ar"
    if len(_CYRILLIC.findall(sample)) > letters / 2:
        return "kk" if _is_kazakh(sample, letters) else _by_words(words, "cyrillic")
    return _by_words(words, "latin")


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    step = len(text) // _PIECES
    return " ".join(text[i * step : i * step + _SAMPLE // _PIECES] for i in range(_PIECES))


def _is_kazakh(sample: str, letters: int) -> bool:
    return len(_KAZAKH.findall(sample)) > letters / 30 and bool(_KAZAKH_ONLY.search(sample))


def _by_words(words: list[str], script: str) -> str:
    counts = {language: sum(map(_WORDS[language].__contains__, words)) for language in _BY_SCRIPT[script]}
    best, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    # Running text is a third to a half little words; lists of names and addresses are not.
    if counts[best] < max(3, len(words) * 0.12) or counts[best] < counts[second] * 1.2:
        return ""
    return best
