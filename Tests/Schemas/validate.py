"""Validates files against a JSON Schema: validate.py SCHEMA FILE...

YAML is read as YAML 1.2 does (`no`, `on` and `2026-01-01` are texts). A folder stands for the YAML
and JSON files below it. Prints one line a fault and ends with 1 if there is any."""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Reader(Base):
    """YAML with the scalars of the core schema of YAML 1.2 (10.3.2)."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
]:
    Reader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def keyed(value):
    """The same with texts as keys, which JSON has no other of."""
    if isinstance(value, dict):
        return {str(key): keyed(inner) for key, inner in value.items()}
    return [keyed(inner) for inner in value] if isinstance(value, list) else value


def read(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix in (".json", ".sarif"):
        return json.loads(text)
    return keyed(yaml.load(text, Reader))


def files(names):
    for path in map(pathlib.Path, names):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml", ".json"))
        else:
            yield path


schema = read(pathlib.Path(sys.argv[1]))
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
faults = 0
for path in files(sys.argv[2:]):
    for fault in validator.iter_errors(read(path)):
        faults += 1
        place = "/".join(str(step) for step in fault.absolute_path)
        print(f"{path}: /{place}: {fault.message[:300]}")
sys.exit(1 if faults else 0)
