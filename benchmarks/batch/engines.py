#!/usr/bin/env python3
"""The benchmark's table and chart in public engines from PyPI: microseconds a decision, or an event.

  engines.py CASES.jsonl

Needs zen-engine, transitions and sismic (`pip install zen-engine transitions sismic`).
"""
import importlib.machinery
import importlib.util
import json
import os
import statistics
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
loader = importlib.machinery.SourceFileLoader("generate", os.path.join(here, "generate"))
generate = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
sys.dont_write_bytecode = True
loader.exec_module(generate)

# Where an event leads: from, event, guard, to, whether it counts a talk.
ARCS = [
    ("registered", "accept", lambda c: c["violent"], "police", 0),
    ("registered", "accept", lambda c: not c["violent"], "hearing", 0),
    ("hearing", "hear", lambda c: c["people"] >= 10, "meeting", 0),
    ("hearing", "hear", lambda c: c["people"] < 10, "heard", 0),
    ("meeting", "hear", None, "heard", 0),
    ("heard", "visit", None, "visited", 1),
    ("heard", "offer", None, "offered", 0),
    ("visited", "hear", None, "heard", 0),
    ("visited", "offer", None, "offered", 0),
    ("visited", "visit", None, "visited", 1),
    ("offered", "refuse", None, "heard", 1),
    ("offered", "agree", lambda c: c["amount"] >= 20000, "checked", 0),
    ("offered", "agree", lambda c: c["amount"] < 20000, "agreed", 0),
    ("offered", "hear", None, "heard", 0),
    ("checked", "agree", None, "agreed", 0),
    ("checked", "refuse", None, "heard", 0),
    ("agreed", "sign", None, "signed", 0),
    ("signed", "pay", lambda c: c["amount"] < 200000, "closed", 0),
    ("signed", "pay", lambda c: c["amount"] >= 200000, "paying", 0),
    ("paying", "pay", None, "closed", 0),
]
STATES = sorted({arc[0] for arc in ARCS} | {arc[3] for arc in ARCS})


def median(work, count, rounds=5):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) / count * 1e6)
    return statistics.median(times)


def zen(cases):
    import zen
    names = [name for name, _, _ in generate.FACTS]

    def cell(test):
        if test is None:
            return ""
        if isinstance(test, bool):
            return "true" if test else "false"
        if isinstance(test, list):
            return ", ".join(f'"{word}"' for word in test)
        return f"{test[0]} {test[1]}"

    rules = []
    for number, (row, seat, track, days) in enumerate(generate.rows()):
        rule = {"_id": str(number), "seat": f'"{seat}"', "track": f'"{track}"', "days": str(days)}
        rule.update({name: cell(test) for name, test in zip(names, row)})
        rules.append(rule)
    default = {"_id": "otherwise", "seat": '"village"', "track": '"talk"', "days": "3"}
    rules.append({**default, **{name: "" for name in names}})
    table = {
        "hitPolicy": "first", "rules": rules,
        "inputs": [{"id": name, "name": name, "field": name} for name in names],
        "outputs": [{"id": name, "name": name, "field": name} for name in ("seat", "track", "days")],
    }
    graph = {
        "nodes": [
            {"id": "i", "type": "inputNode", "name": "in"},
            {"id": "t", "type": "decisionTableNode", "name": "table", "content": table},
            {"id": "o", "type": "outputNode", "name": "out"},
        ],
        "edges": [{"id": "1", "sourceId": "i", "targetId": "t", "type": "edge"},
                  {"id": "2", "sourceId": "t", "targetId": "o", "type": "edge"}],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    facts = [case["facts"] for case in cases]
    seats = [decision.evaluate(each)["result"]["seat"] for each in facts]
    assert len(set(seats)) == 3, "the table gives every seat"
    return median(lambda: [decision.evaluate(each) for each in facts], len(facts))


def transitions(cases):
    from transitions import Machine

    class Case:
        pass

    case = Case()
    machine = Machine(case, states=STATES, initial="registered", send_event=False,
                      ignore_invalid_triggers=True)
    case.facts = None
    for source, event, guard, target, talk in ARCS:
        machine.add_transition(
            event, source, target,
            conditions=(lambda guard=guard: guard(case.facts)) if guard else None,
            after=(lambda: setattr(case, "talks", case.talks + 1)) if talk else None)

    def run():
        for each in cases:
            case.facts, case.talks = each["facts"], 0
            machine.set_state("registered")
            for entry in each["events"]:
                case.trigger(entry["event"])

    return median(run, sum(len(each["events"]) for each in cases))


def sismic(cases):
    from sismic.interpreter import Interpreter
    from sismic.model import CompoundState, BasicState, Statechart, Transition
    chart = Statechart("bench")
    chart.add_state(CompoundState("root", initial="registered"), None)
    for state in STATES:
        chart.add_state(BasicState(state), "root")
    guards = ["facts['violent']", "not facts['violent']", "facts['people'] >= 10",
              "facts['people'] < 10", None, None, None, None, None, None, None,
              "facts['amount'] >= 20000", "facts['amount'] < 20000", None, None, None, None,
              "facts['amount'] < 200000", "facts['amount'] >= 200000", None]
    for (source, event, _, target, talk), guard in zip(ARCS, guards):
        chart.add_transition(Transition(source, target, event=event, guard=guard,
                                        action="talks += 1" if talk else None))

    def run():
        for each in cases:
            interpreter = Interpreter(chart, initial_context={"facts": each["facts"], "talks": 0})
            interpreter.execute()
            for entry in each["events"]:
                interpreter.queue(entry["event"])
                interpreter.execute()

    return median(run, sum(len(each["events"]) for each in cases), rounds=3)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = [json.loads(line) for line in file]
    print(f"  decide  zen-engine   {zen(cases[:2000]):9.1f} us a decision")
    print(f"  step    transitions  {transitions(cases[:2000]):9.1f} us an event")
    print(f"  step    sismic       {sismic(cases[:300]):9.1f} us an event")
