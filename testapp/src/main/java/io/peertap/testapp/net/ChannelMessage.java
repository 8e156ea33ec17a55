package io.peertap.testapp.net;

/** What nodes broadcast: content of some type, by a member of a node, in a conversation. */
public record ChannelMessage(
    String type, String conversation, String sender, int member, String content) {

  /** What a node itself says, not one of its members. */
  public static final int NODE = 0;

  /** A message with this content. */
  public static ChannelMessage of(String conversation, String sender, int member, Object content) {
    return new ChannelMessage(
        content.getClass().getSimpleName(), conversation, sender, member, Json.write(content));
  }

  /**
   * Reads the content.
   *
   * @throws com.google.gson.JsonParseException if it is not of this type
   */
  public <T> T content(Class<T> contentType) {
    return Json.read(content, contentType);
  }
}
