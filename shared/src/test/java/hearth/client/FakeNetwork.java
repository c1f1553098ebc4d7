package hearth.client;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A network without a wire: the test is the server. Each connection that the client opens is taken
/// with [#accept].
final class FakeNetwork implements Link.Connector {
  private static final long PATIENCE_SECONDS = 10;

  /// What a server shows of which no key is expected.
  private static final String ANY_KEY = Lobby.SERVER.id();

  private final BlockingQueue<FakeLink> links = new LinkedBlockingQueue<>();

  @Override
  public Link open(Address address, @Nullable String key, Link.Listener listener) {
    var link = new FakeLink(listener, address.plain() ? null : key == null ? ANY_KEY : key);
    links.add(link);
    return link;
  }

  /// The next connection the client tries to open.
  FakeLink accept() {
    return taken(links, "a connection");
  }

  /// Whether the client has tried nothing that is not accepted.
  boolean isQuiet() {
    return links.isEmpty();
  }

  private static <T> T taken(BlockingQueue<T> queue, String what) {
    try {
      T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("waited for " + what).isNotNull();
      if (next == null) {
        throw new AssertionError();
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// One connection, seen from the server.
  static final class FakeLink implements Link {
    private final Listener listener;
    private final BlockingQueue<Frame.RequestFrame> calls = new LinkedBlockingQueue<>();
    private final List<Frame.RequestFrame> passedOver = new ArrayList<>();
    private final @Nullable String key;
    private volatile boolean closed;

    FakeLink(Listener listener, @Nullable String key) {
      this.listener = listener;
      this.key = key;
    }

    @Override
    public void send(String text) {
      try {
        calls.add((Frame.RequestFrame) Codec.decode(text));
      } catch (CodecException broken) {
        throw new AssertionError(text, broken);
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        listener.closed(this, Closing.LEFT);
      }
    }

    @Override
    public @Nullable String serverKey() {
      return key;
    }

    boolean isClosed() {
      return closed;
    }

    void opens() {
      listener.opened(this);
    }

    void breaks(Closing why) {
      closed = true;
      listener.closed(this, why);
    }

    void says(String text) {
      listener.received(this, text);
    }

    void tells(Notification notification) {
      says(Codec.encode(new Frame.NotificationFrame(notification)));
    }

    void tells(Entry entry) {
      tells(new Notification.EntryAppended(entry));
    }

    /// The next action of one's own.
    Asked<Request.Append> appended() {
      return asked(Request.Append.class);
    }

    /// The next call of this kind; calls of other kinds that came before it are passed over.
    <R extends Request> Asked<R> asked(Class<R> kind) {
      while (true) {
        Frame.RequestFrame call = taken(calls, kind.getSimpleName());
        if (kind.isInstance(call.request())) {
          return new Asked<>(this, call.id(), kind.cast(call.request()));
        }
        passedOver.add(call);
      }
    }

    /// What the client has sent up to now and nobody asked for.
    List<Request> unasked() {
      List<Frame.RequestFrame> all = new ArrayList<>(passedOver);
      all.addAll(calls);
      return all.stream().map(Frame.RequestFrame::request).toList();
    }
  }

  /// A request that came.
  record Asked<R extends Request>(FakeLink link, OptionalLong id, R request) {
    void answer(Response response) {
      link.says(Codec.encode(new Frame.ResponseFrame(id.orElseThrow(), response)));
    }

    void refuse(Fault fault) {
      refuse(new FaultException(fault));
    }

    void refuse(FaultException why) {
      link.says(Codec.encode(new Frame.ErrorFrame(id, why)));
    }
  }
}
