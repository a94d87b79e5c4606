"""The language of a text, told from whole pages and from short ones. All sentences are invented."""

import pytest

from onrecord.reading.language import language_of

_TEXTS = {
    "en": "The delegation of Arvenia said that the law on lawyers had been amended and that it would be applied.",
    "fr": "L'Arvénie a déclaré que la loi sur les avocats a été modifiée et qu'elle sera appliquée.",
    "es": "La delegación de Arvenia dijo que la ley sobre los abogados se había reformado y que se aplicaría.",
    "ru": "Делегация Арвении заявила, что закон об адвокатах был изменён и что он будет применяться.",
    "kk": "Арвения делегациясы адвокаттар туралы заңға өзгерістер енгізілгенін және оның қолданылатынын мәлімдеді.",
    "ar": "وقال وفد أرفينيا إن قانون المحامين قد عُدّل وإنه سيطبق في جميع أنحاء البلد.",
    "zh": "阿尔维尼亚代表团表示,律师法已经修订,并将在全国范围内适用。代表团感谢各国提出的建议。",
    "pt": "A delegação da Arvénia disse que a lei sobre os advogados foi alterada e que será aplicada em todo o país.",
    "it": "La delegazione dell'Arvenia ha detto che la legge sugli avvocati è stata modificata e sarà applicata.",
    "de": "Die Delegation von Arvenien sagte, dass das Gesetz über die Anwälte geändert wurde und in Kraft tritt.",
    "uk": "Делегація Арвенії заявила, що закон про адвокатів було змінено і що він буде діяти.",
}
_SHORT_KAZAKH = (
    "Адам құқықтары жөніндегі ұсыныстар",
    "Үкіметке қойылған сұрақтар тізімі",
    "Заң қабылданды, бірақ әлі күшіне енген жоқ",
)


@pytest.mark.parametrize(("language", "text"), _TEXTS.items())
def test_one_sentence_is_enough(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper()) == language


@pytest.mark.parametrize("text", _SHORT_KAZAKH)
def test_short_kazakh_is_never_taken_for_russian(text: str) -> None:
    assert language_of(text) in ("kk", "")


def test_a_russian_text_with_kazakh_names_stays_russian() -> None:
    assert language_of(_TEXTS["ru"] * 3 + " Ұлжан Әбілқызы ") == "ru"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A/HRC/52/97",
        "GE.23-01234 (E)",
        "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15.",
        "Arvenia; Lower Selm; Upper Selm; Zanthia; Quorra; Velmark; Ostrava; Pellinor; Trevain; Kestria",
        "وفد ایران گفت که پیشنهادهای مربوط به حقوق بشر را می‌پذیرد",  # Persian, which we do not know
        "アルベニア代表団は、弁護士法が改正され、全国で適用されると述べた。",  # Japanese
        "Арвен мемлекетинин өкүлдөрү",
    ],
)
def test_unsure_is_said_to_be_unsure(text: str) -> None:
    assert language_of(text) == ""


def test_a_front_page_in_another_language_does_not_decide() -> None:
    assert language_of(_TEXTS["fr"] + " " + _TEXTS["en"] * 40) == "en"
