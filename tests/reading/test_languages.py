"""The language of a text."""

from __future__ import annotations

import pytest

from sayso.reading.languages import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army said on Monday that its soldiers had left the town after a week of talks.", "en"),
        (
            "L'armée a annoncé lundi que ses soldats avaient quitté la ville après une semaine de discussions avec les anciens.",
            "fr",
        ),
        (
            "Die Armee teilte am Montag mit, dass ihre Soldaten die Stadt nach einer Woche von Gesprächen verlassen haben.",
            "de",
        ),
        (
            "El ejército dijo el lunes que sus soldados habían salido de la ciudad después de una semana de conversaciones con los ancianos.",
            "es",
        ),
        (
            "O exército disse na segunda-feira que os seus soldados deixaram a cidade depois de uma semana de conversas com os anciãos.",
            "pt",
        ),
        (
            "L'esercito ha detto lunedì che i suoi soldati hanno lasciato la città dopo una settimana di colloqui con gli anziani.",
            "it",
        ),
        (
            "Het leger zei maandag dat de soldaten de stad hebben verlaten na een week van gesprekken met de ouderen van het dorp.",
            "nl",
        ),
        (
            "Ordu pazartesi günü yaptığı açıklamada, askerlerin bir hafta süren görüşmelerden sonra şehirden ayrıldığını ve geri dönmeyeceğini söyledi.",
            "tr",
        ),
        (
            "Tentara mengatakan pada hari Senin bahwa para prajurit telah meninggalkan kota itu setelah perundingan dengan warga.",
            "id",
        ),
        (
            "Армия сообщила в понедельник, что её солдаты покинули город после недели переговоров с жителями и не вернутся.",
            "ru",
        ),
        ("قال الجيش يوم الاثنين إن جنوده غادروا المدينة بعد أسبوع من المحادثات مع الشيوخ في المنطقة", "ar"),
        ("ارتش روز دوشنبه گفت که سربازانش پس از یک هفته گفتگو با بزرگان شهر را ترک کرده اند و این شهر آرام است", "fa"),
        ("軍は月曜日、兵士たちが町を離れたと発表した。", "ja"),
        ("军方周一表示，士兵已经离开该镇。", "zh"),
        ("군은 월요일 병사들이 마을을 떠났다고 밝혔다.", "ko"),
        ("सेना ने सोमवार को कहा कि उसके सैनिक शहर से चले गए हैं।", "hi"),
        ("Ο στρατός ανακοίνωσε τη Δευτέρα ότι οι στρατιώτες έφυγαν.", "el"),
        ("1234 5678", None),
        ("😀😀 —★", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_words_or_its_script(text: str, code: str | None) -> None:
    assert language(text) == code


def test_foreign_names_leave_an_english_text_english() -> None:
    assert language(
        "President Recep Tayyip Erdoğan met Jean-Yves Le Drian and Sheikh Tamim bin Hamad Al Thani in Doha on Monday."
    ) in ("en", None)
