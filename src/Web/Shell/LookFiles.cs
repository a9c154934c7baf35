using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Keukentafel.Web.Shell;

/// <summary>The files of the look, each at an address that changes with its contents, so that a browser may keep it for a year.</summary>
public static class LookFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The style sheet.</summary>
    public static readonly string Css = Address("keukentafel.css");

    /// <summary>The script: keeps drafts while typing, and leaves faster.</summary>
    public static readonly string Script = Address("keukentafel.js");

    /// <summary>The script of a child's own pages: drawing, choosing in an order, reading aloud.</summary>
    public static readonly string ChildScript = Address("child.js");

    /// <summary>The script of a page on which somebody says something aloud.</summary>
    public static readonly string SpeakScript = Address("speak.js");

    /// <summary>The script of the page on which somebody thinks a doubt through.</summary>
    public static readonly string ThinkScript = Address("think.js");

    /// <summary>The logo.</summary>
    public static readonly string Logo = Address("logo.svg");

    /// <summary>The small logo.</summary>
    public static readonly string Favicon = Address("favicon.svg");

    /// <summary>The mugs.</summary>
    public static readonly string Mugs = Address("mugs.svg");

    /// <summary>The marks.</summary>
    public static readonly string Marks = Address("marks.svg");

    /// <summary>The pictures a child chooses.</summary>
    public static readonly string Pictures = Address("pictures.svg");

    /// <summary>How these files are served.</summary>
    public static StaticFileOptions Options() => new()
    {
        OnPrepareResponse = context => context.Context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue
        {
            Public = true,
            MaxAge = TimeSpan.FromDays(365),
        },
    };

    private static string Address(string name)
    {
        var path = Path.Combine(Root, "look", name);
        var version = File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))[..10].ToLowerInvariant() : "none";
        return $"/look/{name}?v={version}";
    }
}
