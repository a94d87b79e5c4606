"""Writes the network down as an ONNX graph without its weights, which the model file holds apart, in four bits."""

import onnx
from onnx import TensorProto, helper
from trunk import HEADS, INNER, WIDTH

OPSET = 20
EPSILON = 1e-12


class Graph:
    """Gathers nodes and the names of weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.names: list[str] = []

    def weight(self, name: str, *shape: int) -> str:
        """A weight that the runtime fills in."""
        tensor = onnx.TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="model")
        self.weights.append(tensor)
        self.names.append(name)
        return name

    def ints(self, name: str, values: list[int]) -> str:
        """A constant list of whole numbers."""
        self.constants.append(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))
        return name

    def add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        """One step."""
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def dense(self, x: str, name: str, wide: int, out: int) -> str:
        """x times a matrix plus a bias."""
        product = self.add("MatMul", [x, self.weight(f"{name}.w", wide, out)], f"{name}.product")
        return self.add("Add", [product, self.weight(f"{name}.b", out)], f"{name}.out")

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        given = [x, self.weight(f"{name}.g", WIDTH), self.weight(f"{name}.b", WIDTH)]
        return self.add("LayerNormalization", given, f"{name}.out", axis=-1, epsilon=EPSILON)


def build(layers: int) -> tuple[bytes, list[str]]:
    """The graph of so many layers, and the names of the weights it wants."""
    graph = Graph()
    scale = helper.make_tensor("scale", TensorProto.FLOAT, [1], [(WIDTH // HEADS) ** -0.5])
    graph.constants.append(scale)
    graph.ints("apart", [0, 0, 3, HEADS, WIDTH // HEADS])
    graph.ints("together", [0, 0, WIDTH])
    for part in range(3):
        graph.constants.append(helper.make_tensor(f"part{part}", TensorProto.INT64, [], [part]))
    x = graph.norm("embedded", "norm")
    for number in range(layers):
        x = _layer(graph, x, str(number))
    graph.add("Identity", [x], "states")
    made = helper.make_graph(
        graph.nodes,
        "labels",
        [
            helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["texts", "pieces", WIDTH]),
            helper.make_tensor_value_info("faraway", TensorProto.FLOAT, ["texts", 1, 1, "pieces"]),
        ],
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, ["texts", "pieces", WIDTH])],
        graph.weights + graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    return model.SerializeToString(), graph.names


def _layer(graph: Graph, x: str, name: str) -> str:
    apart = graph.add("Reshape", [graph.dense(x, f"{name}.qkv", WIDTH, 3 * WIDTH), "apart"], f"{name}.apart")
    q, k, v = (graph.add("Gather", [apart, f"part{part}"], f"{name}.part{part}", axis=2) for part in range(3))
    q = graph.add("Transpose", [q], f"{name}.q", perm=[0, 2, 1, 3])
    k = graph.add("Transpose", [k], f"{name}.k", perm=[0, 2, 3, 1])
    v = graph.add("Transpose", [v], f"{name}.v", perm=[0, 2, 1, 3])
    scaled = graph.add("Mul", [graph.add("MatMul", [q, k], f"{name}.qk"), "scale"], f"{name}.scaled")
    seen = graph.add("Softmax", [graph.add("Add", [scaled, "faraway"], f"{name}.masked")], f"{name}.seen", axis=-1)
    mixed = graph.add("Transpose", [graph.add("MatMul", [seen, v], f"{name}.mix")], f"{name}.mixed", perm=[0, 2, 1, 3])
    mixed = graph.add("Reshape", [mixed, "together"], f"{name}.joined")
    out = graph.dense(mixed, f"{name}.out", WIDTH, WIDTH)
    x = graph.norm(graph.add("Add", [x, out], f"{name}.rest1"), f"{name}.norm1")
    up = graph.add("Gelu", [graph.dense(x, f"{name}.up", WIDTH, INNER)], f"{name}.gelu")
    down = graph.dense(up, f"{name}.down", INNER, WIDTH)
    return graph.norm(graph.add("Add", [x, down], f"{name}.rest2"), f"{name}.norm2")
