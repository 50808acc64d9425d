"""How many referents are looked at for a word."""

from kg.link.referents import Cast, Referent


def test_all_names_and_the_last_phrases_are_near() -> None:
    names = [Referent(is_named=True) for _ in range(3)]
    phrases = [Referent() for _ in range(2000)]
    everything = [*names, *phrases]
    cast = Cast({0: names[0], 1: names[1], 2: names[2], 3: names[2]}, {}, {}, {}, everything)
    assert cast.near[:3] == names
    assert cast.near[3:] == phrases[-len(cast.near) + 3 :]
    assert len(cast.near) < 1000
    few = Cast({0: names[0], 1: names[1], 2: names[2]}, {}, {}, {}, everything[:10])
    assert few.near == everything[:10]
