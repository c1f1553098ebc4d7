package hearth.bench;

import static java.util.Objects.requireNonNull;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.WebSocketLink;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.SendId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Ordinary people who post to the lobby in turn, ten times per second each. Confined to one
/// thread; the answers come on those of the links.
final class Crowd implements Link.Listener {
  static final ChatId LOBBY = new ChatId(1);

  private static final int PEOPLE = 8;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100) / PEOPLE;
  private static final int TIMEOUT_SECONDS = 15;
  private static final String TEXT = "x".repeat(130);

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong ids = new AtomicLong();
  private final List<Link> people = new ArrayList<>();
  private final Map<Long, Asked> waiting = new ConcurrentHashMap<>();

  Crowd(InetSocketAddress server) throws Exception {
    for (int i = 0; i < PEOPLE; i++) {
      CompletableFuture<Link> open = new CompletableFuture<>();
      WebSocketLink.open(
          new Address(server.getAddress().getHostAddress(), server.getPort()),
          null,
          new Opening(open, this));
      Link link = open.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      people.add(link);
      ask(link, new Request.Join("Person " + i, UUID.randomUUID().toString()))
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /// Posts so many messages.
  ///
  /// @return how long their answers took, in nanoseconds, ascending
  long[] times(int posts) {
    List<CompletableFuture<Long>> asked = new ArrayList<>();
    long next = System.nanoTime();
    for (int i = 0; i < posts; i++) {
      LockSupport.parkNanos(next - System.nanoTime());
      next += PAUSE;
      SendId id = SendId.create(System.currentTimeMillis(), random);
      asked.add(ask(people.get(i % PEOPLE), new Request.Append(LOBBY, id, Action.Post.text(TEXT))));
    }
    CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .join();
    return asked.stream().mapToLong(CompletableFuture::join).sorted().toArray();
  }

  private CompletableFuture<Long> ask(Link link, Request request) {
    long id = ids.incrementAndGet();
    CompletableFuture<Long> took = new CompletableFuture<>();
    waiting.put(id, new Asked(System.nanoTime(), took));
    link.send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), request)));
    return took;
  }

  @Override
  public void opened(Link link) {}

  @Override
  public void received(Link link, String text) {
    try {
      switch (Codec.decode(text)) {
        case Frame.ResponseFrame(long id, Response _) -> {
          Asked asked = requireNonNull(waiting.remove(id));
          asked.took.complete(System.nanoTime() - asked.at);
        }
        case Frame.ErrorFrame refused -> fail(refused.message());
        case Frame.NotificationFrame _, Frame.RequestFrame _, Frame.UnknownFrame _ -> {}
      }
    } catch (CodecException broken) {
      fail(text);
    }
  }

  @Override
  public void closed(Link link, Link.Closing why) {
    fail("closed: " + why);
  }

  /// What happens to those who do no harm fails the measurement.
  private void fail(String why) {
    waiting.values().forEach(asked -> asked.took.completeExceptionally(new AssertionError(why)));
  }

  private record Asked(long at, CompletableFuture<Long> took) {}

  /// Tells when a link is open.
  private record Opening(CompletableFuture<Link> open, Link.Listener then)
      implements Link.Listener {
    @Override
    public void opened(Link link) {
      open.complete(link);
    }

    @Override
    public void received(Link link, String text) {
      then.received(link, text);
    }

    @Override
    public void closed(Link link, Link.Closing why) {
      then.closed(link, why);
    }
  }
}
