using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Keukentafel.Web.Tests.Access;

/// <summary>A phone that holds passkeys, as far as a server can tell (WebAuthn); it does what a test tells it, also what no phone would.</summary>
internal sealed class Device : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private byte[] _user = [];

    /// <summary>How often it signed.</summary>
    public uint Count { get; set; }

    /// <summary>Whether it looked whether its owner is there.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Whom it says it belongs to; null for the truth.</summary>
    public string? SaysItIs { get; set; }

    public string Add(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _user = Bytes(asked["user"]!["id"]!.GetValue<string>());
        var key = _key.ExportParameters(false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (name, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cose.WriteInt32(name);
            cose.WriteInt32(value);
        }

        cose.WriteInt32(-2);
        cose.WriteByteString(key.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(key.Y!);
        cose.WriteEndMap();
        byte[] data = [.. Head(asked["rp"]!["id"]!.GetValue<string>(), 0x41), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose.Encode()];
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", asked, origin)),
            ["attestationObject"] = Text(attestation.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public string SignIn(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", asked, origin);
        Count++;
        var data = Head(asked["rpId"]!.GetValue<string>(), 0x01);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = Text(SaysItIs is { } other ? Encoding.UTF8.GetBytes(other) : _user),
        });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] ClientData(string type, JsonNode asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = asked["challenge"]!.GetValue<string>(),
        ["origin"] = origin,
        ["crossOrigin"] = false,
    });

    private byte[] Head(string party, byte flags) =>
    [
        .. SHA256.HashData(Encoding.UTF8.GetBytes(party)), (byte)(flags | (Verifies ? 0x04 : 0)),
        (byte)(Count >> 24), (byte)(Count >> 16), (byte)(Count >> 8), (byte)Count,
    ];

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id),
        ["rawId"] = Text(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Bytes(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
