"""Reading out of the source which codes it uses and which facts it gives with each."""

import ast
import string
from collections import defaultdict
from functools import cache

from tests.architecture.repository import modules, tree


def words_of(node, around):
    """The texts an expression can be: a constant, a choice of two, or a name given one of these nearby."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return words_of(node.body, around) | words_of(node.orelse, around)
    if isinstance(node, ast.Name):
        found = set()
        for inner in ast.walk(around):
            if isinstance(inner, ast.Assign) and any(getattr(to, "id", "") == node.id for to in inner.targets):
                found |= words_of(inner.value, around)
        return found
    return set()


@cache
def calls(folder, is_wanted):
    """For each code that a wanted call names: the facts that every such call gives."""
    given = defaultdict(list)
    for path in modules(f"desktop/{folder}"):
        functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
        for function in functions:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and is_wanted(node) and node.args:
                    codes = words_of(node.args[0], function)
                    for code in codes or {f"?{path.name}:{node.lineno}"}:
                        given[code].append({keyword.arg for keyword in node.keywords})
    return {code: set.intersection(*facts) for code, facts in given.items()}


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
