"""What a class keeps of its constructor's arguments, and short forms of what it builds."""

from __future__ import annotations

from codegen import compile_document, source_of
from graph.document import Document
from graph.project_file import loads
from tests.laws.test_no_drift import assert_no_drift

SKIP = """
layerloom: 1
name: Net
blocks:
  Residual:
    arguments: {{in_features: 4, out_features: 4, deep: true, has_add: 2}}
    nodes:
      x:    {{type: Input}}
      fc:   {{type: Linear, out_features: =out_features}}
      bend: {{type: torch.tanh, when: =deep}}
      more: {{type: torch.mul, other: =has_add}}
      add:  {{type: torch.add, when: "{when}"}}
      y:    {{type: Output}}
    edges: [x -> fc -> bend -> more -> add.input, x -> add.other, add -> y]
nodes:
  x: {{type: Input, shape: [N, 4]}}
  a: {{type: Residual}}
  b: {{type: Residual, out_features: 6, deep: false}}
  y: {{type: Output}}
edges: [x -> a -> b -> y]
"""


def residual(when: str) -> Document:
    return loads(SKIP.format(when=when))


def test_a_condition_on_several_arguments_is_kept_by_one_name_that_nothing_else_has() -> None:
    document = residual("=in_features == out_features and deep")

    text = source_of(document).text

    assert "self.has_add2 = in_features == out_features and deep" in text
    assert "if self.has_add2 else" in text
    assert "self.in_features" not in text
    assert "self.has_add = has_add" in text
    assert "if self.deep else" in text
    assert_no_drift(document)


def test_a_condition_on_one_argument_is_read_where_it_stands() -> None:
    document = residual("=out_features == 4")

    text = source_of(document).text

    assert "if self.out_features == 4 else" in text
    assert_no_drift(document)


def test_a_long_condition_goes_into_parentheses() -> None:
    document = residual("=(in_features == out_features and deep) or (in_features > 100 and deep)")

    source = source_of(document)

    assert "self.has_add2 = (\n            " in source.text
    assert max(map(len, source.text.splitlines())) <= 88
    assert_no_drift(document)


def test_what_goes_in_and_what_comes_out_are_told_by_place() -> None:
    said = "b: {type: Residual, in_features: 5,"
    document = loads(SKIP.format(when="=deep").replace("b: {type: Residual,", said))

    assert "Residual(5, 6, deep=False)" in source_of(document).text
    assert_no_drift(document)


def test_a_container_of_one_is_one_line_that_leads_to_its_node() -> None:
    document = loads(
        """
layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 4]}
  fc: {type: Linear, out_features: 3}
  y: {type: Output}
edges: [x -> fc -> y]
"""
    )

    source = source_of(document)

    [line] = [n for n, said in enumerate(source.text.splitlines(), 1) if "nn.Linear" in said]
    assert source.text.splitlines()[line - 1].strip() == "super().__init__(nn.Linear(4, 3))"
    assert source.lines[""]["fc"] == (line, line)
    assert list(compile_document(document).state_dict()) == ["0.weight", "0.bias"]
    assert_no_drift(document)
