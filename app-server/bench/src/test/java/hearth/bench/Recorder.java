package hearth.bench;

import hearth.bench.history.History;
import hearth.bench.history.History.Heard;
import hearth.bench.history.Operation;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Notification;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Takes down what clients ask, are answered and hear. Safe from any thread.
final class Recorder {
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Long> kills = new ConcurrentLinkedQueue<>();
  private final Set<String> epochs = ConcurrentHashMap.newKeySet();
  private final Semaphore answers = new Semaphore(0);
  private final Semaphore diskRefusals = new Semaphore(0);

  long tick() {
    return ticks.incrementAndGet();
  }

  int newConnection() {
    return connections.incrementAndGet();
  }

  void add(Operation operation) {
    operations.add(operation);
    switch (operation.outcome()) {
      case Operation.Answered _ -> answers.release();
      case Operation.Refused(Fault fault) -> {
        if (fault == Fault.STORE_FAILED) {
          diskRefusals.release();
        }
      }
      case Operation.Unknown _ -> {}
    }
  }

  void sawEpoch(String epoch) {
    epochs.add(epoch);
  }

  /// All epochs that clients were told.
  Set<String> epochs() {
    return Set.copyOf(epochs);
  }

  /// The server is dead.
  void killed() {
    kills.add(tick());
  }

  /// Waits for so many answers from now on.
  ///
  /// @return whether they came
  boolean awaitAnswers(int count, Duration atMost) throws InterruptedException {
    answers.drainPermits();
    return answers.tryAcquire(count, atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Waits until the server's disk has refused so much.
  boolean awaitDiskRefusals(int count, Duration atMost) throws InterruptedException {
    diskRefusals.drainPermits();
    return diskRefusals.tryAcquire(count, atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  int size() {
    return operations.size();
  }

  /// What happened in one chat.
  History history(ChatId chat, History.Truth truth) {
    List<Operation> here = new ArrayList<>();
    for (Operation operation : operations) {
      if (chat.equals(chatOf(operation))) {
        here.add(operation);
      }
    }
    here.sort(Comparator.comparingLong(Operation::began));
    List<Heard> heardHere =
        heard.stream().filter(told -> chat.equals(chatOf(told.notification()))).toList();
    return new History(chat, here, heardHere, List.copyOf(kills), truth);
  }

  private static @Nullable ChatId chatOf(Operation operation) {
    return switch (operation.request()) {
      case Request.CreateGroup _ ->
          operation.outcome() instanceof Operation.Answered(Response.ChatOpened opened)
              ? opened.chat().chat().id()
              : null;
      case Request.Append append -> append.chat();
      case Request.CatchUp catchUp -> catchUp.chat();
      case Request.FetchHistory history -> history.chat();
      case Request.MarkRead read -> read.chat();
      case Request.MarkDelivered delivered -> delivered.chat();
      default -> null;
    };
  }

  private static @Nullable ChatId chatOf(Notification notification) {
    return switch (notification) {
      case EntryAppended told -> told.entry().chat();
      case MarkerMoved moved -> moved.chat();
      default -> null;
    };
  }

  /// Takes down what one connection hears.
  void heard(int connection, UserId client, Notification notification) {
    if (chatOf(notification) != null) {
      heard.add(new Heard(connection, client, notification));
    }
  }
}
