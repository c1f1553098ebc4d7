package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;

import hearth.client.ScriptedServer.Asked;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Frame;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Sign;
import hearth.protocol.User;
import hearth.protocol.json.Codec;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A server that says what is nearly right, over and over. The seed is another one each time, and
/// said where the test fails; `-Dhearth.fuzz.seed=N` repeats a run.
class HostileFuzzIT extends DeceivedClient {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = 40;
  private static final int FRAMES = 50;
  private static final List<String> PIECES =
      List.of(
          "0",
          "-1",
          "9",
          "9007199254740993",
          "9223372036854775807",
          "1e999",
          "null",
          "[]",
          "{}",
          "true",
          "\"\"",
          "\\ud800",
          "\\u0000",
          "\\u202e",
          "\u0335\u0335",
          "{",
          "}",
          "[",
          "]",
          ",",
          "\"");

  private static final List<String> VALID =
      Stream.of(
              told(new Notification.EntryAppended(fromBo(4))),
              told(new Notification.EntryAppended(fromBo(5, new Action.Delete(1)))),
              told(new Notification.EntryAppended(fromBo(6, new Action.React(2, "👍", true)))),
              told(
                  new Notification.EntryAppended(
                      fromBo(7, new Action.Edit(2, new Content.Text("edited"))))),
              told(
                  new Notification.EntryAppended(
                      fromBo(8, new Action.AddMembers(List.of(BO, ME))))),
              told(new Notification.EntryAppended(fromBo(9, new Action.Pin(3, true)))),
              told(new Notification.ChatAppeared(lobby(9, 2, new Marker(BO, 4, 4)))),
              told(new Notification.UserChanged(new User(BO, "Bo", Presence.AWAY, null))),
              told(new Notification.MarkerMoved(LOBBY, new Marker(BO, 9, 9))),
              told(new Notification.SignShown(LOBBY, BO, Sign.TYPING)),
              answered(history(1, 3)),
              answered(entries(4, 9)),
              answered(new Response.Done()),
              answered(Lobby.appended(4)))
          .map(Codec::encode)
          .toList();

  private final AtomicInteger rounds = new AtomicInteger();

  private static Frame told(Notification notification) {
    return new Frame.NotificationFrame(notification);
  }

  private static Frame answered(Response response) {
    return new Frame.ResponseFrame(5, response);
  }

  @Test
  void whatIsNearlyRightEndsOnlineOrDroppedAndAnHonestServerIsTakenAgain() throws Exception {
    play(this::answersNearly);
    client().openTimeline(LOBBY);
    await(p -> goesOn(p) && rounds.get() >= ROUNDS);
    await(p -> goesOn(p) && p.online() && p.chat(LOBBY).isPresent());
  }

  @Override
  String described() {
    return "seed " + SEED + ": ";
  }

  /// Waits for no pause.
  private boolean goesOn(Picture picture) {
    if (picture.connection() instanceof Connection.Waiting) {
      client().reconnectNow();
    }
    return true;
  }

  private boolean answersNearly(Asked asked) {
    boolean lies =
        asked.request() instanceof Request.MarkDelivered
            || asked.request() instanceof Request.FetchHistory;
    int round = rounds.get();
    if (!lies || round >= ROUNDS) {
      return false;
    }
    rounds.incrementAndGet();
    Random random = new Random(SEED + round);
    long id = asked.id().orElse(0);
    for (int i = 0; i < FRAMES && asked.socket().isOpen(); i++) {
      asked.says(mutated(random).replace("\"id\":5,", "\"id\":" + id + ","));
    }
    asked.socket().close();
    return true;
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
    for (int i = random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(text.length());
      int digit = from;
      while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
        digit++;
      }
      int at = random.nextInt(4) == 0 || digit == text.length() ? from : digit;
      text.replace(at, at + 1, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
