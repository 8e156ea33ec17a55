package org.tron.core.net.message.adv;

import org.tron.common.overlay.message.Message;

/** Java-tron's, as far as a rule sees it. */
public class BlockMessage extends Message {}
