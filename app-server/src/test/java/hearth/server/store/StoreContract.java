package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.WriteTransaction.Opening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What the tests of a [Store] stand on, whatever it stands on itself: three people, the Lobby, and
/// a clock.
public abstract class StoreContract {
  static final ChatId LOBBY = new ChatId(1);

  final SettableClock clock = new SettableClock();
  Store store;
  UserId ann;
  UserId bo;
  UserId cem;
  private long lastId;

  /// Opens the store on the same data as before.
  protected abstract Store open(InstantSource clock) throws Exception;

  @BeforeEach
  void begin() throws Exception {
    store = open(clock);
    ann = join("Ann").account().id();
    bo = join("Bo").account().id();
    cem = join("Cem").account().id();
  }

  @AfterEach
  void end() {
    store.close();
  }

  void reopen() throws Exception {
    store.close();
    store = open(clock);
  }

  Admission join(String name) {
    byte[] token = name.getBytes(StandardCharsets.UTF_8);
    return submit(tx -> tx.join(name, name.toLowerCase(Locale.ROOT), token, new ClientNetwork(1)));
  }

  ChatId group(UserId maker, UserId... others) {
    SendId id = nextId();
    return idOf(
        submit(tx -> tx.createGroup(maker, new Request.CreateGroup(id, "Group", List.of(others)))));
  }

  static ChatId idOf(Opening opening) {
    return switch (opening) {
      case Opening.Made made -> made.chat();
      case Opening.Found(ChatId found) -> found;
    };
  }

  Appending post(UserId author, ChatId chat, String text) {
    return append(author, chat, Action.Post.text(text));
  }

  Appending append(UserId author, ChatId chat, Action action) {
    return append(author, chat, nextId(), action);
  }

  Appending append(UserId author, ChatId chat, SendId id, Action action) {
    return submit(tx -> tx.append(author, chat, id, action));
  }

  static Action edit(long target, String text) {
    return new Action.Edit(target, new Content.Text(text));
  }

  static Action react(long target, String emoji) {
    return new Action.React(target, emoji, true);
  }

  static Action off(long target, String emoji) {
    return new Action.React(target, emoji, false);
  }

  Chat chat(ChatId chat, UserId me) {
    return store.chat(chat, me).chat();
  }

  List<ChatOverview> overview(UserId me) {
    return store.overview(me, null, _ -> Presence.OFFLINE).chats();
  }

  List<Entry> log(ChatId chat) {
    List<Entry> log = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = log.isEmpty() ? 0 : log.getLast().seq();
      Response.Entries page = (Response.Entries) store.catchUp(chat, ann, after, null);
      log.addAll(page.entries());
      more = page.more();
    }
    return log;
  }

  List<Row> rows(ChatId chat) {
    return store.history(chat, ann, Side.BEFORE, Long.MAX_VALUE, Limits.PAGE).rows();
  }

  SendId nextId() {
    return new SendId(new UUID(7, ++lastId));
  }

  static void refuses(Fault fault, ThrowingCallable call) {
    assertThat(catchThrowableOfType(FaultException.class, call).fault()).isEqualTo(fault);
  }

  <R> R submit(Write<R> write) {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(R made) {
            result.complete(made);
          }

          @Override
          public void refused(FaultException why) {
            result.completeExceptionally(why);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof FaultException refused) {
        throw refused;
      }
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// A clock that stands still until it is told otherwise.
  static final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.ofEpochMilli(1_790_000_000_000L);

    @Override
    public Instant instant() {
      return now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }
  }
}
