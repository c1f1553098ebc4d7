package hearth.client.link;

import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Capabilities;
import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatOverview;
import hearth.protocol.ChatSettings;
import hearth.protocol.Device;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Mask;
import hearth.protocol.Notification;
import hearth.protocol.OverviewPage;
import hearth.protocol.OwnSettings;
import hearth.protocol.Page;
import hearth.protocol.Permission;
import hearth.protocol.Preferences;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server says, in the bounds that the client's code and the window rely on. Too long texts,
/// names and lists are cut, because a newer server may allow more; places and times that cannot be
/// are a [BreachException]. Pure.
final class Intake {
  private static final int NEXT = 64;
  private static final int EPOCH = 128;
  private static final int FEATURES = 256;
  private static final int FEATURE = 64;
  private static final int ROLES = 1_000;

  private Intake() {}

  static Notification of(Notification told) {
    return switch (told) {
      case Notification.EntryAppended(var entry) ->
          new Notification.EntryAppended(RowIntake.of(entry));
      case Notification.ChatAppeared(var chat) -> new Notification.ChatAppeared(of(chat));
      case Notification.ChatDeleted deleted -> deleted;
      case Notification.UserChanged(var user) -> new Notification.UserChanged(of(user));
      case Notification.MarkerMoved moved -> {
        check(moved.marker());
        yield moved;
      }
      case Notification.PreferencesChanged(var chat, var preferences) ->
          new Notification.PreferencesChanged(chat, of(preferences));
      case Notification.OwnSettingsChanged(var settings) ->
          new Notification.OwnSettingsChanged(of(settings));
      case Notification.SignShown shown -> shown;
    };
  }

  static Response of(Response answer) {
    return switch (answer) {
      case Response.Welcome welcome -> of(welcome);
      case Response.Resumed resumed ->
          new Response.Resumed(
              of(resumed.welcome()),
              resumed.me(),
              of(resumed.overview()),
              resumed.owner(),
              of(resumed.own()));
      case Response.Overview(OverviewPage page) -> new Response.Overview(of(page));
      case Response.Appended appended -> {
        RowIntake.checkPlace(appended.seq());
        yield appended;
      }
      case Response.ChatOpened(ChatOverview chat) -> new Response.ChatOpened(of(chat));
      case Response.Entries entries ->
          new Response.Entries(
              entries.chat(),
              entries.entries().stream().map(RowIntake::of).toList(),
              entries.more());
      case Response.Resync(Page page) -> new Response.Resync(of(page));
      case Response.History(Page page) -> new Response.History(of(page));
      case Response.Versions versions ->
          new Response.Versions(
              versions.chat(),
              versions.seq(),
              versions.versions().stream()
                  .map(one -> new Version(one.at(), RowIntake.of(one.content())))
                  .toList());
      case Response.Receipts receipts -> {
        receipts.times().forEach(Intake::check);
        yield receipts;
      }
      case Response.Unread unread -> {
        RowIntake.checkPlace(unread.to());
        yield unread;
      }
      case Response.Place place -> {
        RowIntake.checkPlace(place.seq());
        yield place;
      }
      case Response.Channels channels ->
          new Response.Channels(
              channels.channels().stream()
                  .map(
                      one ->
                          new Channel(
                              one.id(),
                              CutText.name(one.title()),
                              CutText.topic(one.topic()),
                              one.members(),
                              one.kind()))
                  .toList(),
              channels.more());
      case Response.Devices(List<Device> devices) ->
          new Response.Devices(devices.stream().map(Intake::of).toList());
      case Response.Joined joined -> new Response.Joined(joined.me(), CutText.name(joined.name()));
      case Response.DeviceCodeCreated _, Response.Done _, Response.Unknown _ -> answer;
    };
  }

  private static Response.Welcome of(Response.Welcome welcome) {
    if (welcome.epoch().length() > EPOCH) {
      throw new BreachException("an epoch is too long");
    }
    ServerInfo server = welcome.server();
    Capabilities offered = welcome.capabilities();
    return new Response.Welcome(
        new ServerInfo(server.id(), CutText.name(server.name())),
        new Capabilities(
            offered.minor(),
            offered.features().stream()
                .filter(feature -> feature.length() <= FEATURE)
                .limit(FEATURES)
                .toList()),
        welcome.epoch());
  }

  private static Device of(Device device) {
    if (device.lastSeen() != null) {
      RowIntake.checkTime(device.lastSeen());
    }
    return new Device(
        device.id(),
        CutText.name(device.name()),
        device.lastSeen(),
        device.online(),
        device.current());
  }

  private static OverviewPage of(OverviewPage page) {
    String next = page.next();
    if (next != null && (next.isEmpty() || next.length() > NEXT)) {
      throw new BreachException("the place of the next page is no place");
    }
    return new OverviewPage(
        page.people().stream().map(Intake::of).toList(),
        page.chats().stream().map(Intake::of).toList(),
        next);
  }

  private static User of(User user) {
    String name = CutText.name(user.name());
    if (user.lastSeen() != null) {
      RowIntake.checkTime(user.lastSeen());
    }
    Status status = of(user.status());
    return name.equals(user.name()) && status.equals(user.status())
        ? user
        : new User(user.id(), name, user.presence(), user.lastSeen(), user.kind(), status);
  }

  private static Status of(Status said) {
    return new Status(CutText.status(said.text()), end(said.until()), end(said.quietUntil()));
  }

  /// When something ends, in the years that a clock can show.
  private static @Nullable Instant end(@Nullable Instant until) {
    return until == null || !until.isAfter(Action.Mute.ALWAYS) ? until : Action.Mute.ALWAYS;
  }

  private static ChatOverview of(ChatOverview overview) {
    RowIntake.checkPlace(overview.head());
    RowIntake.checkTime(overview.activeAt());
    overview.markers().listed().forEach(Intake::check);
    Row last = overview.last();
    if (last != null && !last.chat().equals(overview.chat().id())) {
      throw new BreachException("the newest message is of another chat");
    }
    long floor = Math.min(overview.markers().floor(), overview.head());
    return new ChatOverview(
        of(overview.chat()),
        overview.head(),
        overview.activeAt(),
        last == null ? null : RowIntake.of(last),
        new Markers(floor, overview.markers().listed()),
        new ChatOverview.Mine(
            overview.mine().unread(),
            overview.mine().mentions(),
            of(overview.mine().preferences()),
            of(overview.mine().mask())));
  }

  private static @Nullable Mask of(@Nullable Mask mask) {
    return mask == null
        ? null
        : new Mask(mask.as(), mask.aliases().stream().map(Intake::of).toList());
  }

  private static Preferences of(Preferences set) {
    RowIntake.checkPlace(set.unreadFrom());
    return new Preferences(
        end(set.mutedUntil()),
        set.archived(),
        set.pinned(),
        Math.max(0, set.unreadFrom()),
        CutText.text(set.draft()),
        set.reminders().stream().limit(Preferences.REMINDERS).toList());
  }

  private static OwnSettings of(OwnSettings set) {
    return new OwnSettings(
        set.hidden().stream().filter(what -> what != Hidden.UNKNOWN).toList(),
        set.blocked().stream().limit(Limits.BLOCKED).map(Intake::of).toList());
  }

  private static Blocked of(Blocked one) {
    RowIntake.checkTime(one.since());
    RowIntake.checkPlace(one.after());
    return one;
  }

  private static Chat of(Chat chat) {
    ChatSettings settings = chat.settings();
    List<Long> pins = settings.pins();
    return new Chat(
        chat.id(),
        chat.kind(),
        CutText.name(chat.title()),
        chat.members(),
        chat.roles().stream().limit(ROLES).toList(),
        new ChatSettings(
            Math.clamp(settings.slowModeSeconds(), 0, Limits.SLOW_MODE_SECONDS),
            pins.subList(Math.max(0, pins.size() - ChatSettings.PINS), pins.size()),
            CutText.topic(settings.topic()),
            settings.rules().stream().limit(Permission.values().length).toList()));
  }

  private static Page of(Page page) {
    RowIntake.checkPlace(page.to());
    return new Page(
        page.chat(),
        page.from(),
        page.to(),
        page.rows().stream().map(RowIntake::of).toList(),
        page.quoted().stream().map(RowIntake::of).toList());
  }

  private static void check(ReceiptTimes times) {
    if (times.delivered() != null) {
      RowIntake.checkTime(times.delivered());
    }
    if (times.read() != null) {
      RowIntake.checkTime(times.read());
    }
  }

  private static void check(Marker marker) {
    RowIntake.checkPlace(marker.delivered());
    RowIntake.checkPlace(marker.read());
  }
}
