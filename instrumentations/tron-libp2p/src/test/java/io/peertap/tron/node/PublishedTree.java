package io.peertap.tron.node;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tron.p2p.dns.DnsNode;
import org.tron.p2p.dns.lookup.LookUpTxt;
import org.tron.p2p.dns.sync.Client;
import org.tron.p2p.dns.sync.ClientTree;
import org.tron.p2p.dns.tree.LinkEntry;
import org.tron.p2p.dns.tree.Tree;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.TXTRecord;

/**
 * A tree of nodes in DNS. Its records stand in the cache of the library's DNS client, which is asked
 * before any name server; and the only name server that is asked is on this host.
 */
final class PublishedTree {

  private static final String KEY =
      "b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291";
  private static final String OTHER_KEY =
      "c71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291";

  private PublishedTree() {}

  static void sync(List<String> nodes) throws Exception {
    Tree tree = tree(nodes, KEY);
    publish(tree, "nodes.test");
    read(tree.getBase32PublicKey(), "nodes.test");
  }

  static void syncForged() throws Exception {
    publish(tree(List.of("127.0.0.1:1"), KEY), "forged.test");
    read(tree(List.of("127.0.0.1:1"), OTHER_KEY).getBase32PublicKey(), "forged.test");
  }

  static void syncMissing() throws Exception {
    read(tree(List.of("127.0.0.1:1"), KEY).getBase32PublicKey(), "missing.test");
  }

  private static Tree tree(List<String> nodes, String key) throws Exception {
    List<String> entries = new ArrayList<>();
    for (String node : nodes) {
      int colon = node.lastIndexOf(':');
      int port = Integer.parseInt(node.substring(colon + 1));
      DnsNode entry = new DnsNode(null, node.substring(0, colon), null, port);
      entries.addAll(Tree.merge(new ArrayList<>(List.of(entry)), 1));
    }
    String link = LinkEntry.buildRepresent(
        "AKMQMNAJJBL73LXWPXDI4I5ZWWIZ4AWO34DWQ636QOBBXNFXH3LQS", "link.test");
    Tree tree = new Tree();
    tree.makeTree(1, entries, List.of(link), key);
    return tree;
  }

  private static void publish(Tree tree, String domain) throws Exception {
    for (Map.Entry<String, String> record : tree.toTXT(domain).entrySet()) {
      Name name = Name.fromString(record.getKey() + ".");
      Lookup.getDefaultCache(DClass.IN)
          .addRecord(new TXTRecord(name, DClass.IN, 3600, record.getValue()), Credibility.NORMAL);
    }
  }

  private static void read(String publicKey, String domain) throws Exception {
    Arrays.fill((String[]) field("publicDnsV4").get(null), "127.0.0.1");
    field("maxRetryTimes").set(null, 1);
    Client client = new Client();
    try {
      client.syncTree(
          LinkEntry.buildRepresent(publicKey, domain), new ClientTree(client), new Tree());
    } finally {
      client.close();
    }
  }

  private static Field field(String name) throws NoSuchFieldException {
    Field field = LookUpTxt.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
