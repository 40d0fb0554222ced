"""Invents people: believable names, phones that belong to nobody, addresses that lead nowhere."""

from dataclasses import replace
from random import Random

from app.domain.persona import Persona


def _words(text: str) -> list[str]:
    return text.split()


_ENGLISH = {
    "female": _words(
        "Anna Alice Emma Grace Hannah Julia Laura Mary Nora Olivia Rose Sarah Sophie Victoria Zoe "
        "Amelia Clara Daisy Ellen Fiona"
    ),
    "male": _words(
        "Adam Ben Charles Daniel Edward Felix George Henry Isaac Jack Leo Martin Nathan Oscar Paul "
        "Robert Samuel Thomas Victor William"
    ),
}
_ENGLISH_LAST = _words(
    "Archer Baker Carter Dawson Ellis Fletcher Gardner Harper Ingram Johnson Knight Lawson Mason "
    "Newman Osborne Parker Quinn Reed Sawyer Turner Underwood Vaughan Walker Young"
)
_RUSSIAN = {
    "female": _words(
        "Анна Алёна Вера Галина Дарья Елена Жанна Зоя Ирина Ксения Лидия Мария Нина Ольга Полина "
        "Рита Софья Татьяна Ульяна Юлия"
    ),
    "male": _words(
        "Алексей Борис Виктор Григорий Денис Егор Иван Кирилл Леонид Максим Николай Олег Пётр "
        "Роман Сергей Тимофей Фёдор Юрий Артём Глеб"
    ),
}
#: Endings are told apart by gender: -ов and -ин get an -а.
_RUSSIAN_LAST = _words(
    "Абрамов Белов Волков Громов Денисов Ершов Жуков Зимин Ильин Кузнецов Лазарев Миронов Новиков "
    "Орлов Павлов Рябов Соколов Титов Фомин Чернов Шубин Щукин Юдин"
)
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщыэюя",
        _words("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya"),
        strict=True,
    )
) | {"ъ": "", "ь": ""}


def invent(random: Random, language: str) -> Persona:
    """A new person in `en` or `ru`. Numbers are those set aside for films, mail goes to the domain
    that is set aside for examples: nobody is ever called or written to.
    """
    gender = random.choice(("female", "male"))
    russian = language == "ru"
    name = random.choice((_RUSSIAN if russian else _ENGLISH)[gender])
    last = random.choice(_RUSSIAN_LAST if russian else _ENGLISH_LAST)
    if russian and gender == "female":
        last += "а"
    plain = _latin(f"{name}.{last}".lower())
    digits = random.randrange(1000)
    return Persona(
        id=f"c-{random.getrandbits(40):010x}",
        name=name,
        last_name=last,
        phone=f"+44 7700 900{digits:03}",
        email=f"{plain}.{digits}@example.com",
        gender=gender,
    )


def twin(persona: Persona, random: Random) -> Persona:
    """The same person once more under another id, so that the portal makes another customer."""
    return replace(persona, id=f"c-{random.getrandbits(40):010x}")


def _latin(text: str) -> str:
    return "".join(_LATIN.get(letter, letter) for letter in text)
