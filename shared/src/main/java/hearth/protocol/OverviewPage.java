package hearth.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of what a client needs for its first screen: who else is there, and its chats. The pages
/// together are the whole.
///
/// @param next where the next page begins, for [Request.FetchOverview]; null on the last page
public record OverviewPage(List<User> people, List<ChatOverview> chats, @Nullable String next) {
  public OverviewPage {
    people = List.copyOf(people);
    chats = List.copyOf(chats);
  }
}
