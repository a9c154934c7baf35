using Keukentafel.Domain.Consults;

namespace Keukentafel.Domain.Tests.Consults;

public sealed class NameSignsTests
{
    [Theory]
    [InlineData("Het kind zei dat Amir sloeg.", "Amir")]
    [InlineData("Zit op de Regenboog, in groep vier.", "Regenboog")]
    [InlineData("De moeder, Anne-Marie d'Hont, belde.", "Anne-Marie")]
    [InlineData("Jayden heeft een blauwe plek.", "Jayden")]
    [InlineData("Hij slaapt slecht. Fatma zegt: van de hond.", "Fatma")]
    [InlineData("Amy is always late.", "Amy")]
    [InlineData("Toen zei AMIRA niets.", "AMIRA")]
    [InlineData("Bel de oma: 06 12 34 56 78.", "06 12 34 56 78")]
    [InlineData("Geboren op 12-05-2019.", "12-05-2019")]
    [InlineData("Woont op Dorpsstraat 12.", "Dorpsstraat 12")]
    [InlineData("Postcode 1234 AB dus.", "1234 AB")]
    public void What_may_give_somebody_away_is_found_by_its_shape_R98_R5_partly(string text, string sign) => Assert.Contains(sign, NameSigns.In(text));

    [Theory]
    [InlineData("Het kind van 4 had een blauwe plek. De moeder zegt: gevallen in bad!\nIk twijfel.")]
    [InlineData("“Ik val vaak”, zei het kind. (Dat zei het twee keer.)")]
    [InlineData("Ik belde de GGZ en Veilig Thuis. Mama en Oma weten het.")]
    [InlineData("Om 8.30 uur, 2 tot 3 keer per week, 100 euro.")]
    [InlineData("On Monday I saw it.")]
    [InlineData("Moeder zegt dat hij viel. Gisteren was hij stil. School belt mij. Soms komt hij niet. Daarom vraag ik het.")]
    [InlineData("The boy is tired. Mum says it is the dog. Yesterday was hard.")]
    [InlineData("Hij is vier.\nBlauwe plek op de wang. Thuis is het stil.")]
    [InlineData(null)]
    [InlineData("")]
    public void Plain_words_are_let_be(string? text) => Assert.Empty(NameSigns.In(text));

    [Fact]
    public void What_was_said_to_be_an_ordinary_word_stands_however_it_is_written()
    {
        Assert.True(NameSigns.IsLet(["Kerst"], "KERST"));
        Assert.False(NameSigns.IsLet(["Kerst"], "Kerstman"));
    }
}
