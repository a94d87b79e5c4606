"""Texts as they are written, about States that don't exist; what a coder of UPR Info would say of them."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import onrecord
from onrecord import labelling
from onrecord.model.label import ACTION, ISSUE

CLEAR = [
    ("Ratify the Optional Protocol to the Convention against Torture", "5", {"International instruments"}),
    ("Continue its efforts to combat trafficking in women and girls", "2", {"Trafficking", "Women's rights"}),
    ("Consider establishing a moratorium on executions", "3", {"Death penalty"}),
    ("Guarantee that human rights defenders of Arvenia can work without fear", "4", {"Human rights defenders"}),
    ("Abolish the death penalty", "5", {"Death penalty"}),
    ("Extend a standing invitation to all special procedures", "5", {"Special procedures"}),
    ("Strengthen measures against overcrowding in the prisons of Lower Selm", "4", {"Detention"}),
]


@pytest.mark.parametrize(("text", "action", "issues"), CLEAR)
def test_plain_recommendations(text: str, action: str, issues: set[str]) -> None:
    (labels,) = labelling.label([text])
    assert labels.action is not None
    assert labels.action.name == action
    assert issues <= {issue.name for issue in labels.issues}
    assert labels.doubt == ""


def test_each_label_tells_the_words_that_carried_it() -> None:
    text = "Protect journalists of Arvenia from attacks, and ensure access to safe drinking water in all villages"
    (labels,) = labelling.label([text])
    told = {issue.name: {text[span.start : span.end] for span in issue.words} for issue in labels.issues}
    assert told["Right to water"] & {"water", "drinking"}
    assert told["Freedom of the press"] & {"journalists"}


def test_the_order_and_company_of_texts_change_nothing() -> None:
    texts = [text for text, _, _ in CLEAR] + ["Adopt a law " + "on the rights of persons with disabilities " * 9]
    alone = [labelling.label([text])[0] for text in texts]
    together = labelling.label(texts[::-1])[::-1]
    for one, other in zip(alone, together, strict=True):
        assert [issue.name for issue in one.issues] == [issue.name for issue in other.issues]
        assert np.allclose([s for *_, s in one.scores], [s for *_, s in other.scores], atol=2e-3)


def test_all_labels_have_a_score_and_actions_sum_to_one() -> None:
    (labels,) = labelling.label(["Abolish the death penalty"])
    assert len(labels.scores) == 59
    assert sum(score for scheme, _, score in labels.scores if scheme == ACTION) == pytest.approx(1, abs=1e-3)
    assert labels.score(ISSUE, "Death penalty") > 0.9
    with pytest.raises(KeyError):
        labels.score(ISSUE, "No such issue")


@pytest.mark.parametrize("text", ["", "   ", "…", "—", "\u200b"])
def test_without_words_there_are_no_labels(text: str) -> None:
    (labels,) = labelling.label([text])
    assert labels.action is None
    assert labels.issues == ()
    assert labels.doubt == "no words"


@pytest.mark.parametrize(
    "text",
    [
        "Ratifier la Convention contre la torture et son protocole",
        "Garantizar la libertad de expresión en todo el país",
        "Ратифицировать Конвенцию против пыток",
        "Азаптауға қарсы конвенцияны ратификациялау",
        "اعتماد قانون بشأن حقوق الطفل",
        "Die Todesstrafe abschaffen und die Haftbedingungen verbessern",
    ],
)
def test_in_another_language_nothing_is_sure(text: str) -> None:
    (labels,) = labelling.label([text], threshold=0)
    assert labels.doubt == "not English"
    assert labels.action is not None
    assert not labels.action.sure
    assert not any(issue.sure for issue in labels.issues)


@pytest.mark.parametrize("text", ["Ratify OPCAT", "Accede to the ICRMW", "Consider ratifying CRPD", "Sign the CED"])
def test_abbreviations_are_no_other_language(text: str) -> None:
    assert labelling.label([text])[0].doubt == ""


def test_a_long_text_is_looked_at_to_its_end() -> None:
    text = "Adopt a plan for the roads of Upper Selm. " * 60 + "Abolish the death penalty for all crimes."
    (labels,) = labelling.label([text])
    assert "Death penalty" in {issue.name for issue in labels.issues}
    words = next(issue.words for issue in labels.issues if issue.name == "Death penalty")
    assert {"death", "penalty"} & {text[span.start : span.end] for span in words}


def test_a_very_long_text_says_what_was_not_looked_at() -> None:
    (labels,) = labelling.label(["Improve the schools of Arvenia. " * 3000])
    assert labels.doubt == "only the first part was looked at"
    assert not any(issue.sure for issue in labels.issues)


def test_the_threshold_moves_what_is_sure_and_nothing_else() -> None:
    text = "Take steps to improve conditions in places of detention and the training of guards"
    (strict,), (loose,) = labelling.label([text], threshold=1), labelling.label([text], threshold=0)
    assert not any(issue.sure for issue in strict.issues)
    assert all(issue.sure for issue in loose.issues)
    assert [issue.name for issue in strict.issues] == [issue.name for issue in loose.issues]


def test_no_texts() -> None:
    assert labelling.label([]) == []
    assert labelling.meaning([]).shape == (0, 384)


def test_meaning_is_a_unit_vector_and_near_for_the_same_in_other_words() -> None:
    texts = [
        "End the use of capital punishment",
        "Abolish the death penalty",
        "Build schools in the villages of Lower Selm",
        "",
    ]
    vectors = labelling.meaning(texts)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors[:3], axis=1), 1, atol=1e-5)
    assert not vectors[3].any()
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_the_front_door_labels_too() -> None:
    (labels,) = onrecord.label(["Abolish the death penalty"])
    assert labels.issues[0].name == "Death penalty"


def test_a_record_labels_its_recommendations() -> None:
    papers = Path(__file__).parents[2] / "examples" / "arvenia" / "papers"
    record = onrecord.read(papers / "A-HRC-52-97.pdf")
    labels = record.labels()
    assert len(labels) == len(record.recommendations)
    water = next(n for n, item in enumerate(record.recommendations) if "drinking water" in item.text)
    assert "Right to water" in {issue.name for issue in labels[water].issues}


def test_reading_and_opening_load_no_numbers_library() -> None:
    program = (
        "import sys, onrecord; onrecord.read(b'Ratify the treaty.', name='x.txt').recommendations;"
        "print([m for m in ('numpy', 'onnxruntime', 'torch', 'django') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_labelling_loads_no_torch() -> None:
    program = "import sys, onrecord; onrecord.label(['Ratify the treaty']); print('torch' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_it_opens_quickly() -> None:
    # The bound is wide, for busy machines; `make quality-labels` measures it in a process of its own.
    from onrecord.labelling.suggesting import Labeller

    began = time.process_time()
    list(Labeller().label(["Ratify the treaty"]))
    assert time.process_time() - began < 2
