package hearth.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hearth.protocol.ChatId;
import hearth.server.ServerMain;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// How long one message takes to reach the last of a thousand receivers, through Hearth and through
/// the publish/subscribe of Redis (which stores nothing), alternating, with one client. A message
/// is sent when all receivers have the one before.
///
/// Prints its figures and asserts no times; runs only when it is named (see CONTRIBUTING.md), and
/// if a `redis-server` is installed.
class FanOutBench {
  private static final int RECEIVERS = Integer.getInteger("hearth.fanout.receivers", 1_000);
  private static final int ROUNDS = 5;
  private static final int WARMUP = 1_000;
  private static final int MEASURED = 300;
  private static final String TEXT = "x".repeat(129) + Receivers.MARK;

  private final SplittableRandom random = new SplittableRandom();
  private long ids;

  @Test
  void aMessageToEverybodyComparedWithRedis() throws IOException {
    Assumptions.assumeTrue(RedisServer.isInstalled(), "no redis-server is installed");
    try (ChildServer hearth = ChildServer.start(ServerMain.class, List.of(), List.of("--plain"));
        RedisServer redis = RedisServer.start();
        Receivers members = new Receivers(hearth.address());
        Receivers subscribers = new Receivers(redis.address())) {
      SocketChannel member = join(members);
      SocketChannel publisher = subscribe(subscribers);
      members.times(WARMUP, RECEIVERS, member, this::post);
      subscribers.times(WARMUP, RECEIVERS, publisher, FanOutBench::publish);
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long[] ours = members.times(MEASURED, RECEIVERS, member, this::post);
        long[] theirs = subscribers.times(MEASURED, RECEIVERS, publisher, FanOutBench::publish);
        ratios[round] = (double) ours[MEASURED / 2] / theirs[MEASURED / 2];
        print("hearth", ours);
        print("redis", theirs);
      }
      Arrays.sort(ratios);
      System.out.printf("fanout receivers=%d ratio=%.2f%n", RECEIVERS, ratios[ROUNDS / 2]);
    }
  }

  private static void print(String server, long[] times) {
    System.out.printf(
        "fanout server=%s p50_ms=%.2f p99_ms=%.2f%n",
        server, times[MEASURED / 2] / 1e6, times[MEASURED * 99 / 100] / 1e6);
  }

  /// The sender is one of the members.
  private SocketChannel join(Receivers members) throws IOException {
    SocketChannel last = members.connect();
    for (int i = 1; i <= RECEIVERS; i++) {
      members.ask(last, BenchConnection.upgrade(members.server()), "\r\n\r\n");
      members.ask(last, frame(BenchCodec.join(nextId(), "Member " + i)), "\"token\"");
      if (i < RECEIVERS) {
        last = members.connect();
      }
    }
    members.begin();
    return last;
  }

  private String post() {
    return frame(BenchCodec.post(nextId(), new ChatId(1), TEXT, random));
  }

  private long nextId() {
    return ++ids;
  }

  private static String frame(String json) {
    return new String(
        BenchConnection.frame(FrameParser.TEXT, json.getBytes(ISO_8859_1)).array(), ISO_8859_1);
  }

  /// A connection that subscribes cannot publish.
  private static SocketChannel subscribe(Receivers subscribers) throws IOException {
    for (int i = 0; i < RECEIVERS; i++) {
      subscribers.ask(subscribers.connect(), command("SUBSCRIBE", "lobby"), ":1\r\n");
    }
    SocketChannel publisher = subscribers.connect();
    subscribers.begin();
    return publisher;
  }

  private static String publish() {
    return command("PUBLISH", "lobby", TEXT);
  }

  /// RESP, the protocol of Redis: an array of strings, each after its length.
  private static String command(String... words) {
    StringBuilder all = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      all.append("$" + word.length() + "\r\n" + word + "\r\n");
    }
    return all.toString();
  }
}
