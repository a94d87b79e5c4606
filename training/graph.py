"""Writes the network down as an ONNX graph without its weights, which the model file holds apart, in few bits.

Dense steps are computed in whole numbers of 8 bits, 1.7 times as fast as in floats on one core. Each row (the vector of
one piece) has a scale of its own, so that a text gives the same whatever texts are computed beside it.
"""

import onnx
from onnx import TensorProto, helper
from trunk import HEADS, INNER, WIDTH

from onrecord.labelling.network import GELU_LOWEST

OPSET = 20
EPSILON = 1e-12


class Graph:
    """Gathers nodes and the names of weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.names: list[str] = []

    def weight(self, name: str, *shape: int, kind: int = TensorProto.FLOAT) -> str:
        """A weight that the runtime fills in."""
        tensor = onnx.TensorProto(name=name, data_type=kind, dims=shape)
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

    def number(self, name: str, value: float) -> str:
        """A constant number."""
        self.constants.append(helper.make_tensor(name, TensorProto.FLOAT, [], [value]))
        return name

    def dense(self, x: str, name: str, wide: int, out: int) -> str:
        """x times a matrix plus a bias; x is rounded to 127 levels on either side of nothing."""
        highest = self.add("ReduceMax", [self.add("Abs", [x], f"{name}.abs"), "last"], f"{name}.highest", keepdims=1)
        scale = self.add("Mul", [self.add("Max", [highest, "tiny"], f"{name}.above"), "1/127"], f"{name}.scale")
        levels = self.add("Round", [self.add("Div", [x, scale], f"{name}.parts")], f"{name}.levels")
        shifted = self.add("Add", [levels, "128"], f"{name}.shifted")
        return self._product(name, (shifted, scale), (wide, out), ["nothing"])

    def dense_after_gelu(self, x: str, name: str, wide: int, out: int) -> str:
        """The same for what GELU gives, which is never below -0.17: with that added, all 255 levels are above nothing.

        The runtime takes out of the bias what was added.
        """
        above = self.add("Add", [x, "lowest"], f"{name}.above")
        highest = self.add("ReduceMax", [above, "last"], f"{name}.highest", keepdims=1)
        scale = self.add("Mul", [highest, "1/255"], f"{name}.scale")
        levels = self.add("Round", [self.add("Div", [above, scale], f"{name}.parts")], f"{name}.levels")
        return self._product(name, (levels, scale), (wide, out), [])

    def _product(self, name: str, rounded: tuple[str, str], shape: tuple[int, int], nothing: list[str]) -> str:
        levels, scale = rounded
        whole = self.add("Cast", [levels], f"{name}.whole", to=TensorProto.UINT8)
        matrix = self.weight(f"{name}.w", *shape, kind=TensorProto.INT8)
        product = self.add("MatMulInteger", [whole, matrix, *nothing], f"{name}.product")
        product = self.add("Cast", [product], f"{name}.float", to=TensorProto.FLOAT)
        product = self.add("Mul", [product, scale], f"{name}.rows")
        product = self.add("Mul", [product, self.weight(f"{name}.scales", shape[1])], f"{name}.columns")
        return self.add("Add", [product, self.weight(f"{name}.b", shape[1])], f"{name}.out")

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        given = [x, self.weight(f"{name}.g", WIDTH), self.weight(f"{name}.b", WIDTH)]
        return self.add("LayerNormalization", given, f"{name}.out", axis=-1, epsilon=EPSILON)


def build(layers: int) -> tuple[bytes, list[str]]:
    """The graph of so many layers, and the names of the weights it wants."""
    graph = Graph()
    scale = helper.make_tensor("scale", TensorProto.FLOAT, [1], [(WIDTH // HEADS) ** -0.5])
    graph.constants.append(scale)
    graph.constants.append(helper.make_tensor("nothing", TensorProto.UINT8, [], [128]))
    for name, value in (
        ("1/127", 1 / 127),
        ("1/255", 1 / 255),
        ("128", 128.0),
        ("tiny", 1e-9),
        ("lowest", GELU_LOWEST),
    ):
        graph.number(name, value)
    graph.ints("last", [-1])
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
    down = graph.dense_after_gelu(up, f"{name}.down", INNER, WIDTH)
    return graph.norm(graph.add("Add", [x, down], f"{name}.rest2"), f"{name}.norm2")
