"""Articles in another language are told; what cannot be told, and English in any dress, is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.read.language import foreign_language

FOREIGN = {
    "ar": "قال وزير الخارجية يوم الأربعاء إن طهران ترفض أي مفاوضات حول برنامجها الصاروخي وتدين العقوبات الجديدة التي "
    "فرضتها الولايات المتحدة على قطاع النفط في البلاد.",
    "de": "Teheran lehnte am Mittwoch Verhandlungen über sein Raketenprogramm ab. Außenminister Abbas Araghchi sagte "
    "vor Journalisten in Wien, die Regierung werde über „the missiles“ nicht sprechen.",
    "es": "El ministro de Exteriores dijo el miércoles que Teherán rechaza cualquier negociación sobre su programa de "
    "misiles y condena las sanciones.",
    "fr": "Le ministre des Affaires étrangères a déclaré mercredi que Téhéran refusait toute négociation sur son "
    "programme de missiles et condamnait les sanctions.",
    "nl": "De minister van Buitenlandse Zaken zei woensdag dat Teheran elke onderhandeling over zijn raketprogramma "
    "afwijst en de sancties veroordeelt.",
    "ru": "Министр иностранных дел заявил в среду, что Тегеран отвергает любые переговоры о своей ракетной программе и "
    "осуждает санкции.",
}
NOT_TOLD = {
    "empty": "",
    "short": "Téhéran refuse toute négociation.",
    "names": "Abbas Araghchi, Masoud Pezeshkian, Mahmoud Ahmadinejad, Ali Shamkhani, Jean-Luc Mélenchon, Olaf Scholz, "
    "Giorgia Meloni, Pedro Sánchez, Recep Tayyip Erdoğan",
    "numbers": "1 2 3 4 5 6 7 8 9 " * 40,
    "English": "Tehran rejected negotiations over its missile programme, Foreign Minister Abbas Araghchi said on "
    "Wednesday, hours before talks in Vienna.",
    "headlines": "Trump meets Netanyahu in Washington. Iran rejects missile talks. Dutch firm buys Norwegian rival. "
    "Wildfires near Athens kill four. Rocket launch delayed again.",
    "capitals": "TEHRAN REJECTED NEGOTIATIONS OVER ITS MISSILE PROGRAMME, MINISTER SAYS AFTER TALKS WITH OFFICIALS IN "
    "VIENNA LAST WEDNESDAY",
    "half pairs": "\ud800 \udfff" * 200,
    "control characters": "\x00\x01\x1b" * 200,
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_told(language: str) -> None:
    guess = foreign_language(FOREIGN[language])
    assert guess is not None
    assert guess.language == language
    assert 0.5 <= guess.probability <= 1


def test_chinese_has_no_spaces_between_words() -> None:
    guess = foreign_language(
        "伊朗外交部长星期三在维也纳对记者表示,德黑兰拒绝就其导弹计划进行任何谈判,并谴责美国对该国石油部门实施的新制裁。"
        * 2
    )
    assert guess is not None
    assert guess.language in {"zh", "wuu"}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_nothing_is_said_without_reason(text: str) -> None:
    assert foreign_language(text) is None


def test_half_pairs_among_foreign_words_do_no_harm() -> None:
    guess = foreign_language(f"\ud800 {FOREIGN['fr']} \udfff")
    assert guess is not None
    assert guess.language == "fr"


def test_the_model_is_not_loaded_for_english() -> None:
    samples = Path(__file__).parents[2] / "samples"
    code = (
        "import sys; from pathlib import Path; from kg.read.language import foreign_language\n"
        f"found = [foreign_language(path.read_text()) for path in Path({str(samples)!r}).glob('*.txt')]\n"
        "assert found == [None] * 10, found; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=samples.parent)
