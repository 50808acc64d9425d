"""What the network runs on: the processor everywhere, CUDA where onnxruntime has it."""

import onnxruntime
import pytest

from kg.analyse.builtin import BuiltinAnalyser
from kg.document import Document, DocumentId
from kg.errors import SettingsError
from kg.pipeline import load_analyser
from kg.settings import Settings, load_settings

HAS_CUDA = "CUDAExecutionProvider" in onnxruntime.get_available_providers()
NEWS = Document(DocumentId("news"), "Tehran rejected talks over its missile programme on Wednesday.")


@pytest.mark.skipif(HAS_CUDA, reason="onnxruntime has CUDA here")
def test_cuda_that_is_not_there_says_what_to_install() -> None:
    with pytest.raises(SettingsError, match="pip install onnxruntime-gpu") as caught:
        load_analyser(Settings(device="cuda"))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(HAS_CUDA, reason="onnxruntime has CUDA here")
def test_auto_is_the_processor_where_there_is_no_cuda() -> None:
    assert BuiltinAnalyser(device="auto").analyse(NEWS) == BuiltinAnalyser(device="cpu").analyse(NEWS)


@pytest.mark.skipif(not HAS_CUDA, reason="needs onnxruntime-gpu")
def test_cuda_reads_what_the_processor_reads() -> None:
    found = [BuiltinAnalyser(device=device).analyse(NEWS) for device in ("cuda", "cpu")]
    first, second = ([(token.upos, token.head, token.deprel) for token in each.tokens] for each in found)
    assert first == second


def test_only_known_devices() -> None:
    assert load_settings(options={"device": "cpu"}).device == "cpu"
    with pytest.raises(SettingsError, match="auto, cpu, cuda"):
        load_settings(options={"device": "tpu"})


class Plain:
    """An analyser of another package, from before there were devices."""

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads


def test_an_analyser_without_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.registry.ANALYSERS", {"plain": f"{__name__}:Plain"})
    for device in ("auto", "cpu"):
        assert isinstance(load_analyser(Settings(analyser="plain", device=device)), Plain)
    with pytest.raises(SettingsError, match="'plain' takes no device"):
        load_analyser(Settings(analyser="plain", device="cuda"))
