using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

/// <summary>A hidden address. Who may read it stands beside the sheet, so that it is not read for anybody else.</summary>
internal sealed class HiddenAddressRow
{
    public Guid Circle { get; set; }

    public int Seat { get; set; }

    /// <summary>Whom it was told, one bit a seat.</summary>
    public long Readers { get; set; }

    public Guid Mark { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>Where somebody lives, as it is kept sealed.</summary>
internal sealed record AddressSheet([property: JsonPropertyName("at")] long At)
{
    [JsonPropertyName("s")]
    public string? Street { get; init; }

    [JsonPropertyName("p")]
    public string? Place { get; init; }

    [JsonPropertyName("x")]
    public string? Also { get; init; }

    public static byte[] Write(HiddenAddress address) => JsonSerializer.SerializeToUtf8Bytes(
        new AddressSheet(Sheets.Ms(address.At)) { Street = address.Street, Place = address.Place, Also = address.Also }, AddressJson.Default.AddressSheet);

    public static HiddenAddress Read(HiddenAddressRow row, byte[] bytes)
    {
        var sheet = JsonSerializer.Deserialize(bytes, AddressJson.Default.AddressSheet)!;
        return new HiddenAddress(new SeatNumber(row.Seat), row.Mark, Sheets.Moment(sheet.At))
        {
            Street = sheet.Street,
            Place = sheet.Place,
            Also = sheet.Also,
            Readers = new SeatSet(row.Readers),
        };
    }
}

internal static class AddressMapping
{
    public static void MapAddresses(this ModelBuilder builder) => builder.Entity<HiddenAddressRow>(address =>
    {
        address.ToTable("hidden_addresses");
        address.HasKey(a => new { a.Circle, a.Seat });
    });
}

[JsonSerializable(typeof(AddressSheet))]
internal sealed partial class AddressJson : JsonSerializerContext;
