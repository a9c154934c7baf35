using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Keukentafel.Web.Tests.Access;

/// <summary>People who are not invented, and how they come in.</summary>
internal static class Worker
{
    public const string Password = "drie woorden achter elkaar";

    /// <summary>An account of somebody who works with families, or of family.</summary>
    public static async Task<Person> HireAsync(this Running running, string name, bool professional = true)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var person = new Person { Id = PersonId.New().Value, UserName = name, Called = name, Language = "nl", IsProfessional = professional };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password);
        Assert.True(made.Succeeded);
        return person;
    }

    /// <summary>The account of somebody.</summary>
    public static async Task<Person> PersonAsync(this Running running, string name)
    {
        await using var scope = running.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name))!;
    }

    /// <summary>A browser that goes by the name of this machine, as passkeys need it.</summary>
    public static Visitor OnThisMachine(this Running running) => new(new Uri($"http://localhost:{running.Address.Port}"));

    /// <summary>Comes in with name, password and perhaps a code.</summary>
    public static async Task ComeAsync(this Visitor visitor, string name, string? code = null, string password = Password)
    {
        await visitor.GetAsync("/sign-in");
        await visitor.PressAsync("form[action$='/sign-in']", ("name", name), ("password", password), ("code", code ?? ""));
    }

    /// <summary>Sets a code up on the page that asks for it; gives the secret and the spare codes.</summary>
    public static async Task<(string Secret, IReadOnlyList<string> Spare)> SetUpAsync(this Visitor visitor, DateTimeOffset at, string? password = null)
    {
        var secret = visitor.Page.QuerySelector(".key-letters")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await visitor.PressAsync("form[action='/me/codes/new']", ("code", CodeAt(secret, at)), ("password", password));
        return (secret, [.. visitor.Page.QuerySelectorAll(".key-spare code").Select(code => code.TextContent)]);
    }

    public static string CodeAt(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);
}
