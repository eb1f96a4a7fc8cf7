"""Teaches the second reader of notes: bin/teach calls it.

Starts from a small language model that has read much English (all-MiniLM-L6-v2, Apache licence 2.0) and goes on teaching it
with the labelled notes, so that it says of a note how likely it is evidence, none, or a person's to settle. Writes it as ONNX:
from a row of word pieces to three chances. Weights are kept as bytes with a scale a row; whoever loads the file turns them
back into floats, so that every machine reads a note alike.

    teach_second_reader.py --base MINILM.onnx --lessons LESSONS.tsv --out SECOND_READER.onnx

A line of LESSONS.tsv: a label, and word pieces with spaces between.
"""

import argparse
import math
import random
import sys
import time

import numpy
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from torch import nn

LABELS = ["agreed", "not-agreed", "ask"]
HEADS = 12
ROUNDS = 3
AT_ONCE = 32
STEP = 1e-4
WARMING_UP = 0.06
FORGET = 0.1
UNSURE_OF_LABELS = 0.05
LONGEST = 256


def weights_of(base):
    """The weights of the base model by their names, those of its linear layers as (out, in)."""
    model = onnx.load(base)
    stored = {i.name: numpy_helper.to_array(i).copy() for i in model.graph.initializer}
    weights = {name: array for name, array in stored.items() if not name.startswith("onnx::")}
    for node in model.graph.node:
        operands = [name for name in node.input if name.startswith("onnx::MatMul")]
        if node.op_type == "MatMul" and operands:
            layer = node.name.strip("/").replace("/", ".").rsplit(".", 1)[0]
            weights[layer + ".weight"] = stored[operands[0]].T.copy()
    return {name: torch.tensor(array) for name, array in weights.items()}


class Layer(nn.Module):
    PARTS = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "last_norm": "output.LayerNorm",
    }

    def __init__(self, weights, number):
        super().__init__()
        for name, where in self.PARTS.items():
            weight = weights[f"encoder.layer.{number}.{where}.weight"]
            part = nn.LayerNorm(weight.shape[0], eps=1e-12) if weight.ndim == 1 else nn.Linear(*reversed(weight.shape))
            part.weight.data = weight.clone()
            part.bias.data = weights[f"encoder.layer.{number}.{where}.bias"].clone()
            setattr(self, name, part)

    def forward(self, x, mask):
        count, length, width = x.shape

        def heads(y):
            return y.view(count, length, HEADS, width // HEADS).transpose(1, 2)

        seen = F.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(count, length, width)
        x = self.norm(x + F.dropout(self.joined(seen), FORGET, self.training))
        return self.last_norm(x + F.dropout(self.narrow(F.gelu(self.wide(x))), FORGET, self.training))


class Reader(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.words = nn.Parameter(weights["embeddings.word_embeddings.weight"].clone())
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(places)
        width = self.words.shape[1]
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"].clone()
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"].clone()
        layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
        self.layers = nn.ModuleList(Layer(weights, number) for number in range(layers))
        self.answer = nn.Linear(2 * width, len(LABELS))
        nn.init.normal_(self.answer.weight, std=0.02)
        nn.init.zeros_(self.answer.bias)

    def forward(self, pieces, there):
        x = self.norm(F.embedding(pieces, self.words) + self.places[: pieces.shape[1]])
        x = F.dropout(x, FORGET, self.training)
        mask = there[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        most = x.masked_fill(~there[..., None], -1e4).max(1).values
        return self.answer(F.dropout(torch.cat([mean, most], 1), FORGET, self.training))


def batch(notes):
    length = max(len(note["pieces"]) for note in notes)
    pieces = torch.zeros(len(notes), length, dtype=torch.long)
    there = torch.zeros(len(notes), length, dtype=torch.bool)
    for i, note in enumerate(notes):
        pieces[i, : len(note["pieces"])] = torch.tensor(note["pieces"])
        there[i, : len(note["pieces"])] = True
    return pieces, there, torch.tensor([LABELS.index(note["label"]) for note in notes])


def batches(notes):
    """Notes of about one length together, in another order each time."""
    in_order = sorted(notes, key=lambda note: len(note["pieces"]) + random.random() * 20)
    rows = [in_order[i : i + AT_ONCE] for i in range(0, len(in_order), AT_ONCE)]
    random.shuffle(rows)
    return rows


def teach(reader, notes):
    flat = [p for p in reader.parameters() if p.ndim < 2]
    square = [p for p in reader.parameters() if p.ndim >= 2]
    optimizer = torch.optim.AdamW(
        [{"params": square, "weight_decay": 0.01}, {"params": flat, "weight_decay": 0}], lr=STEP)
    steps = ROUNDS * math.ceil(len(notes) / AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (WARMING_UP * steps)) * max(0, 1 - s / steps))
    reader.train()
    started, done, lost = time.time(), 0, 0.0
    for _ in range(ROUNDS):
        for rows in batches(notes):
            pieces, there, labels = batch(rows)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = reader(pieces, there)
            loss = F.cross_entropy(answers.float(), labels, label_smoothing=UNSURE_OF_LABELS)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            pace.step()
            done, lost = done + 1, lost + loss.item()
            if done % 100 == 0:
                print(f"{done} of {steps} steps, {lost / 100:.3f}, {time.time() - started:.0f} s", flush=True)
                lost = 0.0
    reader.eval()


class Graph:
    """Builds the ONNX graph of one note: no padding, so no mask."""

    def __init__(self):
        self.nodes, self.stored, self.count = [], [], 0

    def add(self, kind, inputs, **how):
        self.count += 1
        name = f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **how))
        return name

    def store(self, array):
        self.count += 1
        name = f"stored_{self.count}"
        self.stored.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    @staticmethod
    def bytes_of(weight):
        """The weights as bytes, and a scale for each of their rows."""
        array = weight.detach().numpy().astype(numpy.float32)
        scale = numpy.maximum(numpy.abs(array).max(1, keepdims=True) / 127, 1e-12).astype(numpy.float32)
        return numpy.round(array / scale).astype(numpy.int8), scale

    def linear(self, x, part):
        small, scale = self.bytes_of(part.weight)
        floats = self.add("DequantizeLinear", [self.store(small.T), self.store(scale[:, 0])], axis=1)
        return self.add("Add", [self.add("MatMul", [x, floats]), self.store(part.bias.detach().numpy())])

    def norm(self, x, part):
        inputs = [x, self.store(part.weight.detach().numpy()), self.store(part.bias.detach().numpy())]
        return self.add("LayerNormalization", inputs, axis=-1, epsilon=1e-12)


def write(reader, out):
    graph = Graph()
    small, scale = graph.bytes_of(reader.words)
    words = graph.add("Cast", [graph.add("Gather", [graph.store(small), "pieces"])], to=TensorProto.FLOAT)
    words = graph.add("Mul", [words, graph.add("Gather", [graph.store(scale), "pieces"])])
    length = graph.add("Shape", ["pieces"])
    zero, axis = graph.store(numpy.array([0])), graph.store(numpy.array([0]))
    places = graph.add("Slice", [graph.store(reader.places.detach().numpy()), zero, length, axis])
    x = graph.norm(graph.add("Add", [words, places]), reader.norm)
    width = reader.words.shape[1]
    apart = graph.store(numpy.array([-1, HEADS, width // HEADS]))
    together = graph.store(numpy.array([-1, width]))
    less = graph.store(numpy.array(1 / math.sqrt(width // HEADS), dtype=numpy.float32))
    for layer in reader.layers:
        query, key, value = (
            graph.add("Reshape", [graph.linear(x, part), apart]) for part in (layer.query, layer.key, layer.value))
        query = graph.add("Transpose", [query], perm=[1, 0, 2])
        key = graph.add("Transpose", [key], perm=[1, 2, 0])
        value = graph.add("Transpose", [value], perm=[1, 0, 2])
        seen = graph.add("Mul", [graph.add("MatMul", [query, key]), less])
        seen = graph.add("MatMul", [graph.add("Softmax", [seen], axis=-1), value])
        seen = graph.add("Reshape", [graph.add("Transpose", [seen], perm=[1, 0, 2]), together])
        x = graph.norm(graph.add("Add", [x, graph.linear(seen, layer.joined)]), layer.norm)
        wide = graph.add("Gelu", [graph.linear(x, layer.wide)])
        x = graph.norm(graph.add("Add", [x, graph.linear(wide, layer.narrow)]), layer.last_norm)
    all_words = graph.store(numpy.array([0]))
    mean = graph.add("ReduceMean", [x, all_words], keepdims=1)
    most = graph.add("ReduceMax", [x, all_words], keepdims=1)
    answers = graph.linear(graph.add("Concat", [mean, most], axis=1), reader.answer)
    graph.nodes.append(helper.make_node("Softmax", [answers], ["chances"], axis=-1))
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "second-reader",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["length"])],
            [helper.make_tensor_value_info("chances", TensorProto.FLOAT, [1, len(LABELS)])],
            graph.stored),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=9,
        producer_name="bin/teach",
        doc_string="From the word pieces of a note to the chances that it is: " + ", ".join(LABELS))
    onnx.checker.check_model(model)
    onnx.save(model, out)


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--base", "--lessons", "--out"):
        arguments.add_argument(name, required=True)
    given = arguments.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    notes = []
    with open(given.lessons, encoding="utf-8") as lines:
        for line in lines:
            label, pieces = line.rstrip("\n").split("\t")
            row = [int(piece) for piece in pieces.split()]
            # the last one marks the end
            notes.append({"label": label, "pieces": row if len(row) <= LONGEST else row[: LONGEST - 1] + row[-1:]})
    reader = Reader(weights_of(given.base))
    print(f"Learning from {len(notes)} lessons", flush=True)
    teach(reader, notes)
    write(reader, given.out)
    print(f"Written to {given.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
