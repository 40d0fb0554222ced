"""Heights of many rows, compared with a plain list of numbers."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from app.ui.dialogs.heights import Heights

SIZES = st.lists(st.integers(1, 400), max_size=900)


def top(sizes, row):
    return sum(sizes[:row])


@given(SIZES, st.data())
def test_a_row_begins_where_the_rows_above_it_end(sizes, data):
    heights = Heights(sizes)
    row = data.draw(st.integers(0, len(sizes)))

    assert heights.top(row) == top(sizes, row)
    assert heights.total == sum(sizes)


@given(SIZES.filter(bool), st.data())
def test_every_pixel_belongs_to_the_row_that_covers_it(sizes, data):
    heights = Heights(sizes)
    y = data.draw(st.integers(0, sum(sizes) - 1))

    assert heights.at(y) == next(n for n, end in enumerate(accumulate(sizes)) if end > y)


@given(
    SIZES,
    st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 400)), max_size=60),
    st.lists(st.integers(1, 400), max_size=300),
)
def test_measured_and_appended_rows_add_up(sizes, measured, appended):
    heights, expected = Heights(sizes), list(sizes)
    for size in appended:
        heights.append(size)
        expected.append(size)
    for row, size in measured:
        if row < len(expected):
            assert heights.measure(row, size) == size - expected[row]
            expected[row] = size

    assert [heights.height(row) for row in range(len(heights))] == expected
    assert heights.total == sum(expected)
    assert heights.top(len(expected)) == sum(expected)


def test_a_place_outside_belongs_to_the_nearest_row():
    heights = Heights([10, 20])

    assert (heights.at(-5), heights.at(1000)) == (0, 1)
    assert Heights().at(3) == -1


def test_a_row_is_exact_from_its_measuring_until_it_is_doubted():
    heights = Heights([10, 20])
    heights.measure(1, 25)
    before = heights.is_exact(1)
    heights.doubt(1)

    assert before
    assert not heights.is_exact(1)
    assert heights.height(1) == 25


def test_guessing_again_keeps_the_number_of_rows():
    heights = Heights([10] * 600)
    heights.measure(3, 99)
    heights.guess_again([7] * 600)

    assert (len(heights), heights.total, heights.is_exact(3)) == (600, 4200, False)
