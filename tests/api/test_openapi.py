"""The OpenAPI document says all a typed client needs."""

import json
import re
import subprocess
import sys
from typing import Any

from palermo.api.openapi import TAGS, document


def _operations() -> list[tuple[str, str, dict[str, Any]]]:
    """List every operation with its method and address."""
    return [(m, path, one) for path, methods in document()["paths"].items() for m, one in methods.items()]


def test_every_operation_has_a_name_a_tag_and_a_summary() -> None:
    """Operation ids are one verb and noun in camel case, each once; tags are the capabilities."""
    operations = _operations()
    names = [one["operationId"] for _, _, one in operations]
    assert len(set(names)) == len(names) >= 24
    assert all(re.fullmatch(r"[a-z]+([A-Z][a-z]+)+", name) for name in names)
    assert all(one["tags"] and one["summary"] and one["description"] for _, _, one in operations)
    assert {tag for _, _, one in operations for tag in one["tags"]} == {str(tag["name"]) for tag in TAGS}


def test_every_operation_shows_an_example_of_its_answer() -> None:
    """Every answer that has a body shows one, and the example has every field the schema asks for."""
    whole = document()
    for method, path, one in _operations():
        good = next(answer for status, answer in one["responses"].items() if status.startswith("2"))
        if "content" not in good:
            assert method == "delete", path
            continue
        content = good["content"]["application/json"]
        reference = content["schema"].get("$ref", content["schema"].get("items", {}).get("$ref"))
        schema = whole["components"]["schemas"][reference.rpartition("/")[2]]
        example = content["example"]
        for item in example if isinstance(example, list) else [example]:
            assert set(item) == set(schema["required"]) == set(schema["properties"]), path


def test_every_body_shows_an_example() -> None:
    """Every JSON body has an example to copy."""
    whole = document()
    for _, path, one in _operations():
        content = one.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            schema = whole["components"]["schemas"][content["application/json"]["schema"]["$ref"].rpartition("/")[2]]
            assert schema["examples"], path


def test_every_operation_lists_the_problem_response_and_no_other_error() -> None:
    """A client finds one shape of error everywhere, and the framework's own is nowhere."""
    whole = document()
    for _, path, one in _operations():
        assert [status for status in one["responses"] if not status.startswith("2")] == ["default"], path
        content = one["responses"]["default"]["content"]["application/problem+json"]
        assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert set(content["example"]) == set(whole["components"]["schemas"]["Problem"]["required"])
    assert "HTTPValidationError" not in json.dumps(whole)


def test_the_command_prints_the_document() -> None:
    """`python -m palermo.api.openapi` prints the document as JSON and nothing else."""
    run = subprocess.run([sys.executable, "-m", "palermo.api.openapi"], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == json.loads(json.dumps(document()))
    assert run.stderr == ""
