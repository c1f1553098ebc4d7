package hearth.server.chat;

import hearth.protocol.OverviewPage;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.protocol.json.Actions;
import hearth.server.session.PresenceTracker;
import hearth.server.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a client is told first: whose server this is, and what a person sees there. Safe from any
/// thread; [#page] waits for the disk.
final class OverviewReader {
  private final ServerInfo info;
  private final Store store;
  private final PresenceTracker presence;
  private final InstantSource clock;

  OverviewReader(ServerInfo info, Store store, PresenceTracker presence, InstantSource clock) {
    this.info = info;
    this.store = store;
    this.presence = presence;
    this.clock = clock;
  }

  Response.Welcome welcome() {
    return new Response.Welcome(info, Actions.CAPABILITIES, store.epoch());
  }

  /// A page of the overview.
  ///
  /// @param from where it begins; null for the first page
  OverviewPage page(UserId me, @Nullable String from) {
    OverviewPage page = store.overview(me, from, presence::of);
    Instant now = clock.instant();
    return new OverviewPage(
        page.people().stream().map(user -> user.withStatus(user.status().at(now))).toList(),
        page.chats(),
        page.next());
  }
}
