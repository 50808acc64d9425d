"""A tower for grammar and meaning, and teachers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.analyse.model import TOKENIZER
from kg.analyse.pieces import Pieces
from kg.resources import model_folder
from kg.train.examples import Example, GoldWord
from kg.train.labels import label_sets
from kg.train.recipe import load_recipe
from kg.train.windows import IGNORED, Encoded, ExampleEncoder, Taught
from tests.train.test_recipe import TOWER

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

CONFIG = {
    "hidden_size": 64,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
    "num_attention_heads": 2,
    "intermediate_size": 128,
    "num_hidden_layers": 6,
}
PARSE = (
    GoldWord("Corvane", "Corvane", "PROPN", "NNP", 1, "nsubj"),
    GoldWord("left", "leave", "VERB", "VBD", -1, "root"),
    GoldWord("Riga", "Riga", "PROPN", "NNP", 1, "obj"),
)
EXAMPLE = Example("1", "a", ("Corvane", "left", "Riga"), parse=PARSE)


@pytest.fixture(scope="module")
def encoder() -> ExampleEncoder:
    return ExampleEncoder(Pieces(model_folder() / TOKENIZER), label_sets([EXAMPLE], 1))


def networks(encoder: ExampleEncoder):  # type: ignore[no-untyped-def]  # torch may be missing
    """Give a network without a tower, and one with a tower that begins as its copy."""
    from kg.train.encoder import Encoder
    from kg.train.network import Network

    torch.manual_seed(1)
    sizes = load_recipe(TOWER).network
    plain, towered = (
        Network(Encoder(CONFIG), encoder.labels, replace(sizes, tower_layers=layers)).eval() for layers in (0, 1)
    )
    towered.load_state_dict({k: v for k, v in plain.state_dict().items() if "context" not in k}, strict=False)
    towered.begin_tower(plain)
    return plain, towered


def test_a_tower_begins_as_the_network_that_it_is_copied_from(encoder: ExampleEncoder) -> None:
    from kg.train.batches import collate

    batch = collate([[encoder.encode(EXAMPLE)]], encoder.pieces)
    with torch.inference_mode():
        plain, towered = (net(batch.batch, batch.mask) for net in networks(encoder))
    assert torch.allclose(plain.arcs, towered.arcs, atol=1e-5)
    assert torch.allclose(plain.tags["nominal"], towered.tags["nominal"], atol=1e-5)


def test_what_reads_a_tower_does_not_move_names_and_coreference(encoder: ExampleEncoder) -> None:
    from kg.train.batches import collate
    from kg.train.loop import Material, _step, start

    recipe = load_recipe(TOWER)
    window = [encoder.encode(EXAMPLE)]
    net = networks(encoder)[1]
    run = start(net, recipe, encoder, Material([window] * 9, [], [], []), torch.device("cpu"))
    batch = collate([window], encoder.pieces)
    net.eval()
    before = net(batch.batch, batch.mask)
    for _ in range(2):  # the rate begins at nothing
        _step(run, batch)
    after = net(batch.batch, batch.mask)
    assert torch.equal(before.tags["uner"], after.tags["uner"])
    assert torch.equal(before.anaphors, after.anaphors)
    assert not torch.equal(before.arcs, after.arcs)
    assert not torch.equal(before.tags["nominal"], after.tags["nominal"])


def as_taught(sentence: Encoded) -> Encoded:
    """Give a sentence whose targets a teacher is sure of."""
    tasks = ("sentence", "upos", "xpos", "lemma", "nominal", "relation", "head")
    rows = {task: sentence.targets[task][:, None].repeat(4, axis=1) for task in tasks}
    known = {task: each[:, :1] != IGNORED for task, each in rows.items()}
    shares = {task: np.array([[1, 0, 0, 0]], dtype=np.float32) * each for task, each in known.items()}
    said = {task: Taught(np.where(known[task], rows[task], 0), shares[task]) for task in tasks}
    unknown = {task: np.full_like(each, IGNORED) for task, each in sentence.targets.items()}
    return replace(sentence, targets=unknown, taught=said)


def test_a_sure_teacher_is_as_good_as_gold(encoder: ExampleEncoder) -> None:
    from kg.train.batches import collate
    from kg.train.losses import losses

    net = networks(encoder)[1]
    sentence = encoder.encode(replace(EXAMPLE, nominal=("person", "", "place")))
    found = []
    for each in (sentence, as_taught(sentence)):
        batch = collate([[each, each]], encoder.pieces)
        allowed = {family: torch.ones(1, 1, dtype=torch.bool) for family in ("uner", "wiki")}
        with torch.inference_mode():
            found.append(losses(net, net(batch.batch, batch.mask), batch, allowed))
    assert found[0].keys() == found[1].keys()
    assert all(abs(found[0][task] - found[1][task]) < 1e-5 for task in found[0])


def test_teachers_say_what_they_think_likely(encoder: ExampleEncoder) -> None:
    from kg.train.predict import pair_weights, predictor
    from kg.train.teaching import taught

    window = [encoder.encode(EXAMPLE), encoder.encode(EXAMPLE)]
    net = networks(encoder)[0]
    predict = predictor(net, encoder.pieces, torch.device("cpu"))
    relations = pair_weights(net).relations
    (found,) = taught([window], [(predict, relations), (predict, relations)], print)
    scores = predict(window)
    assert np.array_equal(
        np.concatenate([each.taught["upos"].classes[:, 0] for each in found]), scores.tags["upos"].argmax(axis=1)
    )
    for each in found:
        assert all((values == IGNORED).all() for values in each.targets.values())
        heads, shares = each.taught["head"]
        assert np.allclose(shares.sum(axis=1), 1)
        assert ((heads[:, 0] >= -1) & (heads[:, 0] < 3)).all()
        assert not each.taught["relation"].shares[heads[:, 0] < 0].any()


def test_the_mixes_of_both_readers_come_back() -> None:
    import onnx

    from kg.train.reread import _mixes

    shares = [0.25, 0.5, 0.25, 0.1, 0.9]
    names = ["getitem", *(f"getitem_{number}" for number in range(1, 5))]
    constants = {name: np.float32(share) for name, share in zip(names, shares, strict=True)}
    made = [onnx.helper.make_tensor(name, onnx.TensorProto.FLOAT, [], [share]) for name, share in constants.items()]
    graph = onnx.helper.make_graph([], "mixes", [], [], made[::-1])
    first, second = (np.exp(each) for each in _mixes(graph, constants))
    assert np.allclose(first, shares[:3])
    assert np.allclose(second, shares[3:])


@pytest.mark.parametrize("is_by_row", [True, False])
def test_a_table_in_8_bits_is_nearly_the_same(is_by_row: bool) -> None:
    from kg.train.export import ByteEmbedding

    torch.manual_seed(1)
    table = torch.nn.Embedding(20, 8)
    with torch.no_grad():
        (table.weight[3] if is_by_row else table.weight[:, 3]).mul_(100)  # as one row or one column may be
    ids = torch.tensor([0, 3, 19])
    assert torch.allclose(ByteEmbedding(table, is_by_row)(ids)[:, :3], table(ids)[:, :3], rtol=0.02, atol=0.02)


@pytest.mark.filterwarnings("ignore")  # of the exporter about itself
def test_an_exported_tower_comes_back(encoder: ExampleEncoder, tmp_path: Path) -> None:
    pytest.importorskip("onnxscript")
    from kg.train.export import export
    from kg.train.quantise import quantise
    from kg.train.reread import _weights

    net = networks(encoder)[1]
    for weight in net.parameters():  # what is equal, such as the norms of a new network, is exported once
        weight.data += 0.05 * torch.randn(weight.shape)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    before |= {name: before[name].log_softmax(0) for name in ("mix", "tower.mix")}
    export(net, tmp_path / "float32.onnx")
    quantise(tmp_path / "float32.onnx", tmp_path / "model.onnx")
    found = _weights(tmp_path / "model.onnx")
    assert before.keys() - found.keys() == {"distances"}
    assert [name for name in found if not np.allclose(found[name], before[name], atol=0.03)] == []
