/** The pools of commons-pool2, one for all and one by key. */
package io.peertap.pools.commons;
