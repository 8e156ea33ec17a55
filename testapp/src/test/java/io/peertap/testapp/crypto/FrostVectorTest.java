package io.peertap.testapp.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;

/** The test vectors of FROST(secp256k1, SHA-256), RFC 9591 appendix E.5. */
class FrostVectorTest {

  private static final byte[] MESSAGE = "test".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger SECRET =
      scalar("0d004150d27c3bf2a42f312683d35fac7394b1e9e318249c1bfe7f0795a83114");
  private static final ECPoint PUBLIC_KEY =
      point("02f37c34b66ced1fb51c34a90bdae006901f10625cc06c4f64663b0eae87d87b4f");
  private static final KeyShare FIRST =
      new KeyShare(1, scalar("08f89ffe80ac94dcb920c26f3f46140bfc7f95b493f8310f5fc1ea2b01f4254c"));
  private static final KeyShare THIRD =
      new KeyShare(3, scalar("00e95d59dd0d46b0e303e500b62b7ccb0e555d49f5b849f5e748c071da8c0dbc"));
  private static final Nonces FIRST_NONCES = new Nonces(
      scalar("09764379667f9a9fa61928947bd925a7f162b21886b750d3b11c226d16b32f58"),
      scalar("b2d3f8cb9da70984354c3fc3511b1f6ed21b7205941cb5553565d2ecade8c694"));
  private static final Nonces THIRD_NONCES = new Nonces(
      scalar("0d92e255e5b42ebc2863f8198d946fc10f388c4983073c18cbb77b88e3bf2e34"),
      scalar("1c7243ce00a499b1e7ce3403e7b731d0c820cf108feb8c5ee7c29b4ef43be5e0"));

  private final FrostCeremony ceremony = new FrostCeremony(
      PUBLIC_KEY, MESSAGE, Map.of(1, FIRST_NONCES.commitment(), 3, THIRD_NONCES.commitment()));

  @Test
  void publicKeyBelongsToSecret() {
    assertThat(Secp256k1.publicKey(SECRET)).isEqualTo(PUBLIC_KEY);
  }

  @Test
  void nonceComesFromRandomnessAndShare() {
    byte[] randomness =
        Hex.decode("bda8e748e599187762cff956f03dc6ea13fc8e04491a0427b7e6e78600f41c52");

    assertThat(FrostSuite.nonce(randomness, FIRST.secret())).isEqualTo(FIRST_NONCES.hiding());
  }

  @Test
  void commitmentsHideTheNonces() {
    assertThat(FIRST_NONCES.commitment())
        .isEqualTo(new NonceCommitment(
            point("0305e62a1d3f57a0b17ade569a3a4043e2a1fc3bd0b102614a8d8cc68e3322ad89"),
            point("03b634c2aed7f85b8eec22e97e5f916ab43a3518821480e15da2af7cffcb060a30")));
  }

  @Test
  void bindingFactorsBindAll() {
    assertThat(ceremony.bindingFactors())
        .containsEntry(
            1, scalar("9bee5aef4012de4b94c9fc1a9a9572181079e293bf1d7545a5af0ef86f824a91"))
        .containsEntry(
            3, scalar("cfe0db2197c94cc355b6ab05610f27f4a874898009c8bf007f2a4e2ce2c8306d"));
  }

  @Test
  void partsAndSignature() {
    BigInteger first = ceremony.part(FIRST, FIRST_NONCES);
    BigInteger third = ceremony.part(THIRD, THIRD_NONCES);

    assertThat(first)
        .isEqualTo(scalar("ca54b18d7449377cfa680760a5770b9e64e201f7ea36b068effeca5fce2155e5"));
    assertThat(third)
        .isEqualTo(scalar("da13d054e83052568706a6d161d80f112a6bc3f76aa903c022585ae7e091e65e"));
    Signature signature = ceremony.aggregate(Map.of(1, first, 3, third));
    assertThat(Hex.toHexString(signature.encoded()))
        .isEqualTo("024c1ad4e031872661fa6ebd05dfc7fb30db08b38d79f0edbc82051ae931381bc6"
            + "a46881e25c7989d3816eae32074f1ab0d49ee908a59713ed5284c6bade7cfb02");
    assertThat(signature.verify(PUBLIC_KEY, MESSAGE)).isTrue();
  }

  private static BigInteger scalar(String hex) {
    return new BigInteger(hex, 16);
  }

  private static ECPoint point(String hex) {
    return Secp256k1.decodePoint(Hex.decode(hex));
  }
}
