using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

/// <summary>Somebody with a name and a password of their own: the invented people have none.</summary>
/// <param name="Visitor">Their browser, signed in.</param>
/// <param name="Name">The name they come in by.</param>
internal sealed record Comer(Visitor Visitor, string Name) : IDisposable
{
    public const string Password = "drie woorden achter elkaar";

    /// <summary>A host adds somebody, makes a card for them, and they come in with it.</summary>
    /// <param name="running">The program.</param>
    /// <param name="host">The host, standing at a table.</param>
    /// <param name="name">What they are called at the table.</param>
    /// <param name="side">Their side of it.</param>
    /// <param name="age">How old they are.</param>
    public static async Task<Comer> ComeAsync(Running running, Visitor host, string name, string side = "Network", string age = "Adult")
    {
        await host.GetAsync(host.Table + "/people/new");
        await host.PressAsync("main form", ("name", name), ("age", age));
        await host.PressAsync("main form", ("side", side));
        await host.PressAsync("main form");
        await host.GetAsync(host.Path + "/invite");
        await host.PressAsync("form.composer", ("words", "Kom erbij."));
        var visitor = running.Stranger();
        await visitor.GetAsync("/welcome/" + host.Page.QuerySelector(".way-in-code")!.TextContent);
        await visitor.GetAsync("/welcome/name");
        await visitor.PressAsync("main form", ("name", name));
        var signIn = ((IHtmlInputElement)visitor.Page.QuerySelector("#name")!).Value;
        await visitor.PressAsync("main form", ("password", Password));
        Assert.Equal(host.Table + (age == "Child" ? "/mine" : ""), visitor.Path);
        return new Comer(visitor, signIn);
    }

    /// <summary>Comes in again, in another browser.</summary>
    /// <param name="running">The program.</param>
    /// <param name="password">With which password.</param>
    public async Task<Visitor> AgainAsync(Running running, string password = Password)
    {
        var again = running.Stranger();
        await again.GetAsync("/sign-in");
        await again.PressAsync("main form[action$='/sign-in']", ("name", Name), ("password", password));
        return again;
    }

    public void Dispose() => Visitor.Dispose();
}
