package parley.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.record.Packet.Segment.ACK;
import static parley.core.record.Packet.Segment.FIN;
import static parley.core.record.Packet.Segment.RST;
import static parley.core.record.Packet.Segment.SYN;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which segments are one connection, who called whom, how it ended. */
class ConnectionsApartTest {
  @Test
  void whoeverSentTheSynIsTheClient() {
    Connection connection =
        new Wire()
            .client(10, SYN, "")
            .server(20, SYN | ACK, "")
            .client(11, ACK, "ask")
            .server(21, ACK, "answer")
            .connections()
            .getFirst();
    assertEquals(Wire.CLIENT, connection.client());
    assertEquals("ask", Wire.text(connection.toServer()));
    assertEquals("answer", Wire.text(connection.toClient()));
    assertTrue(connection.toServer().fromStart() && connection.toClient().fromStart());
  }

  @Test
  void whoeverSentTheAnswerToASynIsTheServer() {
    Connection connection = new Wire().server(20, SYN | ACK, "").connections().getFirst();
    assertEquals(Wire.SERVER, connection.server());
  }

  @Test
  void aCaptureThatBeganLaterHasNoStart() {
    Connection connection =
        new Wire().server(500, ACK, "middle").server(506, ACK, " end").connections().getFirst();
    assertFalse(connection.toServer().fromStart());
    assertEquals("middle end", Wire.text(connection.toServer()));
    assertEquals(List.of(), connection.toServer().problems());
  }

  @Test
  void aNewSynBetweenTheSameAddressesIsAnotherConnection() {
    List<Connection> connections =
        new Wire()
            .client(10, SYN, "")
            .client(11, ACK, "first")
            .client(9_000, SYN, "")
            .client(9_001, ACK, "second")
            .connections();
    assertEquals(2, connections.size());
    assertEquals("first", Wire.text(connections.get(0).toServer()));
    assertEquals("second", Wire.text(connections.get(1).toServer()));
    assertEquals(1, connections.get(1).number());
  }

  @Test
  void aRepeatedSynIsNot() {
    List<Connection> connections =
        new Wire()
            .client(10, SYN, "")
            .client(10, SYN, "")
            .client(11, ACK, "once")
            .client(10, SYN, "")
            .connections();
    assertEquals(1, connections.size());
    assertEquals("once", Wire.text(connections.getFirst().toServer()));
  }

  @Test
  void finAndRstAreToldApart() {
    Flow finished =
        new Wire().client(1, SYN, "").client(2, ACK | FIN, "x").connections().getFirst().toServer();
    assertEquals(Flow.Ending.FINISHED, finished.ending());
    Connection reset =
        new Wire()
            .client(1, SYN, "")
            .client(2, ACK, "x")
            .server(7, RST, "why")
            .connections()
            .getFirst();
    assertEquals(Flow.Ending.RESET, reset.toServer().ending());
    assertEquals("", Wire.text(reset.toClient()), "what a RST carries is no part of the stream");
    assertEquals(
        Flow.Ending.OPEN,
        new Wire().client(1, SYN, "").connections().getFirst().toServer().ending());
  }
}
