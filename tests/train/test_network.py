"""The network in torch: what it is shown, and that a shipped model comes back as it was."""

import json
from dataclasses import replace

import numpy as np
import pytest

from kg.analyse.model import CARD, NETWORK, TOKENIZER, load_model
from kg.analyse.pieces import Pieces
from kg.errors import ModelError
from kg.resources import model_folder
from kg.train.examples import Example
from kg.train.recipe import Sizes, load_recipe
from kg.train.windows import IGNORED, Encoded, ExampleEncoder
from tests.train.test_recipe import FURTHER, SHIPPED

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

CONFIG = {
    "hidden_size": 384,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
    "num_attention_heads": 12,
    "intermediate_size": 1536,
    "num_hidden_layers": 6,
}
SENTENCE = ["Officials", "in", "Ulan-Ude", "have", "unanimously", "rejected", "the", "antitrust", "ruling", "."]


@pytest.fixture(scope="module")
def encoder() -> ExampleEncoder:
    return ExampleEncoder(Pieces(model_folder() / TOKENIZER), load_model(model_folder()).labels)


@pytest.fixture(scope="module")
def window(encoder: ExampleEncoder) -> list[Encoded]:
    return [encoder.encode(Example("1", "a", tuple(SENTENCE)))]


def made_by() -> Sizes:
    """Give the sizes of the recipe that made the model in the package."""
    version = json.loads((model_folder() / CARD).read_text(encoding="utf-8"))["version"]
    return next(recipe.network for recipe in map(load_recipe, (SHIPPED, FURTHER)) if recipe.version == version)


def network(labels: dict[str, tuple[str, ...]], sizes: Sizes):  # type: ignore[no-untyped-def]  # torch may be missing
    from kg.train.encoder import Encoder
    from kg.train.network import Network

    return Network(Encoder(CONFIG), labels, sizes)


def test_a_shipped_model_comes_back(encoder: ExampleEncoder, window: list[Encoded]) -> None:
    from kg.train.finish import onnx_predictor
    from kg.train.predict import predictor
    from kg.train.reread import reread

    ours = network(encoder.labels, made_by())
    assert reread(ours, model_folder()) == []
    found = predictor(ours, encoder.pieces, torch.device("cpu"))(window)
    shipped = onnx_predictor(model_folder() / NETWORK, encoder.pieces)(window)
    assert np.array_equal(found.tags["upos"].argmax(axis=1), shipped.tags["upos"].argmax(axis=1))
    assert np.corrcoef(found.arcs.ravel(), shipped.arcs.ravel())[0, 1] > 0.99
    assert np.corrcoef(found.anaphors.ravel(), shipped.anaphors.ravel())[0, 1] > 0.99


def test_a_new_layer_over_words_changes_nothing_at_first(encoder: ExampleEncoder, window: list[Encoded]) -> None:
    from kg.train.predict import predictor
    from kg.train.reread import reread

    sizes = made_by()
    nets = [network(encoder.labels, replace(sizes, word_layers=sizes.word_layers + more)) for more in (0, 1)]
    lacking = [reread(net, model_folder()) for net in nets]
    assert not lacking[0]
    assert {name.split(".")[0] for name in lacking[1]} == {"context"}
    before, after = (predictor(net, encoder.pieces, torch.device("cpu"))(window).arcs for net in nets)
    assert np.allclose(before, after, atol=1e-4)


def test_a_model_of_other_sizes_is_refused(encoder: ExampleEncoder) -> None:
    from kg.train.reread import reread

    sizes = replace(made_by(), arc_size=8)
    with pytest.raises(ModelError, match="arc"):
        reread(network(encoder.labels, sizes), model_folder())


def test_padding_does_not_change_words(encoder: ExampleEncoder, window: list[Encoded]) -> None:
    from kg.train.batches import collate

    net = network(encoder.labels, replace(made_by(), word_layers=1)).eval()
    torch.nn.init.normal_(net.context[-1].added.weight, std=0.1)
    longer = [encoder.encode(Example("2", "a", (*SENTENCE, *SENTENCE, *SENTENCE)))]
    alone, beside = (collate(group, encoder.pieces) for group in ([window], [window, longer]))
    with torch.inference_mode():
        first, second = (net(each.batch, each.mask).roots[0, : len(SENTENCE)] for each in (alone, beside))
    assert torch.allclose(first, second, atol=1e-4)


def test_hidden_words_lose_their_pieces_and_their_lemma(encoder: ExampleEncoder, window: list[Encoded]) -> None:
    from kg.train.batches import collate, with_hidden_words

    window[0].targets["lemma"][:] = 0
    batch = collate([window], encoder.pieces)
    assert with_hidden_words(batch, 0.0, encoder.pieces.hidden) is batch
    hidden = with_hidden_words(batch, 1.0, encoder.pieces.hidden)
    pieces = window[0].length - 2
    assert hidden.batch.pieces[0, : pieces + 2].tolist() == [
        encoder.pieces.opening,
        *[encoder.pieces.hidden] * pieces,
        encoder.pieces.closing,
    ]
    assert (hidden.targets["lemma"] == IGNORED).all()
    assert (batch.targets["lemma"][0, : len(SENTENCE)] == 0).all()
