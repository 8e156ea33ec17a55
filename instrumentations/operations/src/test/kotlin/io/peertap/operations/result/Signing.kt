package io.peertap.operations.result

import kotlin.concurrent.thread
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout

/** Suspend functions of every shape that a rule may choose. */
class Signing {

  suspend fun sign(message: String, share: CompletableDeferred<String>): String {
    val signature = share.await()
    return message + signature
  }

  suspend fun twoRounds(first: CompletableDeferred<String>, second: CompletableDeferred<String>): String {
    val commitment = first.await()
    val signature = second.await()
    return commitment + signature
  }

  internal suspend fun hidden(share: CompletableDeferred<String>): String {
    val signature = share.await()
    return signature + "."
  }

  suspend fun inTime(share: CompletableDeferred<String>): String {
    val signature = withTimeout(50) { share.await() }
    return signature + "."
  }

  suspend fun countdown(from: Int): Int {
    if (from == 0) return 0
    delay(1)
    return 1 + countdown(from - 1)
  }

  /** Calls itself with a lambda's continuation, and then its namesake with its own. */
  suspend fun nested(from: Int, share: CompletableDeferred<String>): Int {
    share.await()
    val below = if (from == 0) 0 else run { nested(from - 1, share) }
    return 1 + below + nested(share)
  }

  suspend fun nested(share: CompletableDeferred<String>): Int {
    share.await()
    return 0
  }

  /** Goes on, and ends, on another thread while the first one is still inside. */
  suspend fun overtaken(): String {
    val signature =
        suspendCoroutineUninterceptedOrReturn<String> { continuation ->
          thread { continuation.resume("signed") }.join()
          COROUTINE_SUSPENDED
        }
    return "$signature."
  }
}

/** Many coroutines on many threads, each with calls within calls. */
fun countdowns(signing: Signing, coroutines: Int, from: Int): Int =
    runBlocking(Dispatchers.Default) {
      (1..coroutines).map { async { signing.countdown(from) } }.awaitAll().sum()
    }
