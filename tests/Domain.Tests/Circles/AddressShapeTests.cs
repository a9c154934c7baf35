using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class AddressShapeTests
{
    [Theory]
    [InlineData("Ze woont in 1234 AB Utrecht.", "1234 AB")]
    [InlineData("1234AB", "1234AB")]
    [InlineData("bij 3512 jk in de buurt", "3512 jk")]
    [InlineData("3512jk", "3512jk")]
    [InlineData("postcode 9999-XX", "9999-XX")]
    [InlineData("Zij zit op Lindelaan 12.", "Lindelaan 12")]
    [InlineData("lindelaan 12a, boven", "lindelaan 12a")]
    [InlineData("LINDELAAN 12", "LINDELAAN 12")]
    [InlineData("Lange Nieuwstraat 12-2", "Nieuwstraat 12-2")]
    [InlineData("Dorpsstr. 5", "Dorpsstr. 5")]
    [InlineData("Kerkweg nr. 3", "Kerkweg nr. 3")]
    [InlineData("Burgemeester de Vlugtplein, 44", "Vlugtplein, 44")]
    [InlineData("Prins Hendrikkade 33", "Hendrikkade 33")]
    [InlineData("in de Beatrixhof 7", "Beatrixhof 7")]
    [InlineData("Grote Markt 5", "Grote Markt 5")]
    [InlineData("Stationspad 9", "Stationspad 9")]
    [InlineData("Laan van Meerdervoort 412", "Laan van Meerdervoort 412")]
    [InlineData("Brink 4", "Brink 4")]
    [InlineData("1234AB12", "1234AB")]
    [InlineData("postcode:1234AB", "1234AB")]
    [InlineData("NL-1234 AB", "1234 AB")]
    [InlineData("Lindelaan 12.1234", "Lindelaan 12")]
    public void An_address_is_caught_in_whatever_way_it_is_typed_T22(string text, string caught) => Assert.Equal([caught], AddressShape.In(text));

    [Fact]
    public void Street_and_postcode_against_each_other_are_both_caught_T22() => Assert.Equal(["Lindelaan 12", "1234AB"], AddressShape.In("Lindelaan 12,1234AB Ede"));

    [Theory]
    [InlineData("Ik zit in groep 8.")]
    [InlineData("dinsdag 12 december 2026 om 10 uur")]
    [InlineData("In 2024 is het beter gegaan, in 2025 en 2026 ook.")]
    [InlineData("in week 12, om 12.30 of 13:45")]
    [InlineData("Het kost € 1200 en dat is 1500 euro per jaar.")]
    [InlineData("1200 km, 1500 kg, 2000ml")]
    [InlineData("Bel 06 12345678 of 0800 2000.")]
    [InlineData("We wachten 3 weken op een plek.")]
    [InlineData("Onderweg 3 keer gestopt.")]
    [InlineData("Zij was weg 3 dagen.")]
    [InlineData("Op het schoolplein 2 jongens.")]
    [InlineData("In de Kerkstraat 3 keer per week.")]
    [InlineData("De bus in de Kerkstraat 12.30")]
    [InlineData("Wij wonen in de Kerkstraat.")]
    [InlineData("Amir is 11 en Lina is 4.")]
    [InlineData("Versie 1.1234 ab")]
    [InlineData("1940 SS")]
    [InlineData("in 2026,1234ab en €1234EU")]
    [InlineData("")]
    public void Years_groups_days_times_and_prices_are_no_address(string text) => Assert.Empty(AddressShape.In(text));

    [Fact]
    public void Every_postcode_is_caught_with_a_blank_or_without_wherever_it_stands_T22()
    {
        var chance = new Random(4);
        for (var nth = 0; nth < 2_000; nth++)
        {
            var number = chance.Next(1_000, 10_000);
            var letters = $"{(char)('A' + chance.Next(26))}{(char)('A' + chance.Next(26))}";
            foreach (var text in new[] { $"{number} {letters}", $"Hier: {number}{letters}.", $"({number} {letters})", $"x\n{number} {letters}\ny" })
            {
                Assert.Equal(letters is "SA" or "SD" or "SS" ? 0 : 1, AddressShape.In(text).Count);
            }
        }
    }

    [Fact]
    public void A_long_text_without_an_address_is_read_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in new[] { "a", "a'", "Aa ", "1234 ", "straat ", "Laan van a " })
        {
            Assert.Empty(AddressShape.In(string.Concat(Enumerable.Repeat(piece, 8_000 / piece.Length))));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), clock.Elapsed.ToString());
    }
}
