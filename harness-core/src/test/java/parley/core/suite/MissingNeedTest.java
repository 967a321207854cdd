package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.core.suite.JudgedNotes.CLOSED;
import static parley.core.suite.JudgedNotes.OPENED;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.judge.Verdict;
import parley.core.record.LabNote;

final class MissingNeedTest {
  @Test
  void aNeedThatIsNotGivenLeavesTheCaseOpenAndSaysHowToGiveIt() {
    CaseResult result =
        JudgedNotes.judge(OPENED, new LabNote.Missing(Need.RINGING_ADDRESS.text()), CLOSED);
    assertEquals(LifeCycle.FINISHED, result.state());
    assertEquals(Verdict.INCONCLUSIVE, result.judgement().verdict());
    assertEquals(
        "the case needs an address that rings without being answered (plan: candidate.ringing)",
        result.judgement().reason());
    assertEquals(List.of(), result.judgement().findings());
  }
}
