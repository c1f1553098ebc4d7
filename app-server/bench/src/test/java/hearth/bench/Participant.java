package hearth.bench;

import hearth.bench.history.Operation;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.FaultException;
import hearth.protocol.Notification;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Request;
import hearth.protocol.Request.Append;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Somebody who does one thing after the other in some chats, over a network that may break, and
/// has each thing taken down. What was not answered is sent again under its own `sendId`.
///
/// Set up and run by one thread at a time; listens on the connection's thread.
final class Participant {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /// Most entries of a chat, as a log that is longer cannot be read from its beginning.
  private static final int APPENDS = 1_700;

  private final String name;
  private final String token = UUID.randomUUID().toString();
  private final TcpProxy network;
  private final Recorder recorder;
  private final CountDownLatch over;
  private final Random random;
  private final Deque<Append> unanswered = new ArrayDeque<>();
  private final Map<ChatId, Long> heads = new ConcurrentHashMap<>();
  private final Map<ChatId, List<Long>> mine = new ConcurrentHashMap<>();
  private @Nullable SoakClient client;
  private @Nullable UserId me;

  /// @param over when it is down, this participant stops
  Participant(
      String name, TcpProxy network, Recorder recorder, CountDownLatch over, Random random) {
    this.name = name;
    this.network = network;
    this.recorder = recorder;
    this.over = over;
    this.random = random;
  }

  TcpProxy network() {
    return network;
  }

  UserId me() {
    return Objects.requireNonNull(me);
  }

  String token() {
    return token;
  }

  /// Joins a server that is well.
  void join() {
    SoakClient connected = SoakClient.connect(network.port(), _ -> {});
    me = ((Response.Joined) connected.call(new Request.Join(name, token))).me();
    connected.close();
  }

  /// Makes a chat of the others, on a server that is well.
  ChatId createGroup(String title, List<UserId> others) {
    SoakClient connected = SoakClient.connect(network.port(), _ -> {});
    connected.call(new Request.Resume(token));
    long began = recorder.tick();
    var request = new Request.CreateGroup(newId(), title, others);
    var opened = (Response.ChatOpened) connected.call(request);
    recorder.add(
        new Operation(me(), request, began, recorder.tick(), new Operation.Answered(opened)));
    connected.close();
    return opened.chat().chat().id();
  }

  /// Does things in these chats until all is over.
  ///
  /// @param pauseMillis how long it rests between two things, at most
  void run(List<ChatId> chats, int pauseMillis) {
    chats.forEach(chat -> mine.put(chat, new ArrayList<>()));
    try {
      while (!over.await(1 + random.nextInt(pauseMillis), TimeUnit.MILLISECONDS)) {
        SoakClient current = client;
        if (current == null || !current.isOpen()) {
          reconnect();
        } else {
          Append again = unanswered.poll();
          ask(current, again != null ? again : next(chats.get(random.nextInt(chats.size()))));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private void reconnect() throws InterruptedException {
    leave();
    int connection = recorder.newConnection();
    try {
      SoakClient connected = SoakClient.connect(network.port(), told -> heard(connection, told));
      client = connected;
      Response resumed =
          connected
              .send(new Request.Resume(token))
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      recorder.sawEpoch(((Response.Resumed) resumed).welcome().epoch());
    } catch (CompletionException _) {
      leave();
      var _ = over.await(50, TimeUnit.MILLISECONDS);
    }
  }

  private void leave() {
    SoakClient current = client;
    client = null;
    if (current != null) {
      current.close();
    }
  }

  private void heard(int connection, Notification told) {
    recorder.heard(connection, me(), told);
    if (told instanceof EntryAppended(Entry entry)) {
      heads.merge(entry.chat(), entry.seq(), Math::max);
    }
  }

  private void ask(SoakClient current, Request request) {
    long began = recorder.tick();
    Operation.Outcome outcome;
    long ended = Long.MAX_VALUE;
    try {
      Response response =
          current.send(request).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
      ended = recorder.tick();
      outcome = new Operation.Answered(response);
      learn(request, response);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof FaultException refused) {
        ended = recorder.tick();
        outcome = new Operation.Refused(refused.fault());
        keep(request, refused.isTransient());
      } else {
        outcome = new Operation.Unknown();
        keep(request, true);
        leave();
      }
    }
    recorder.add(new Operation(me(), request, began, ended, outcome));
  }

  private void keep(Request request, boolean again) {
    if (again && request instanceof Append append) {
      unanswered.add(append);
    }
  }

  private void learn(Request request, Response response) {
    if (request instanceof Append append
        && response instanceof Response.Appended(ChatId chat, long seq, var _)) {
      heads.merge(chat, seq, Math::max);
      if (append.action() instanceof Action.Post) {
        Objects.requireNonNull(mine.get(chat)).add(seq);
      }
    }
  }

  private Request next(ChatId chat) {
    long head = heads.getOrDefault(chat, 0L);
    int choice = random.nextInt(100);
    if (head == 0 || (choice < 60 && head < APPENDS)) {
      return new Append(chat, newId(), action(chat, head));
    }
    long recent = Math.max(1, head - random.nextInt(60));
    return switch (choice % 4) {
      case 0 -> new Request.MarkRead(chat, recent);
      case 1 -> new Request.MarkDelivered(chat, head);
      case 2 -> new Request.CatchUp(chat, recent - 1, null);
      default -> new Request.FetchHistory(chat, Request.Side.BEFORE, Long.MAX_VALUE, 30);
    };
  }

  private Action action(ChatId chat, long head) {
    List<Long> own = mine.getOrDefault(chat, List.of());
    int choice = own.isEmpty() ? 0 : random.nextInt(20);
    if (choice < 12) {
      return Action.Post.text(name + " writes " + random.nextInt(1_000_000));
    }
    long target = own.get(own.size() - 1 - random.nextInt(Math.min(10, own.size())));
    return switch (choice) {
      case 12, 13, 14 ->
          new Action.Edit(target, new Content.Text("changed " + random.nextInt(1_000_000)));
      case 15 -> new Action.Delete(target);
      case 16 -> new Action.Pin(target, random.nextBoolean());
      default ->
          new Action.React(Math.max(1, head - random.nextInt(20)), "👍", random.nextInt(3) > 0);
    };
  }

  private SendId newId() {
    return SendId.create(System.currentTimeMillis(), random);
  }
}
